package io.credithub.domain.policy.terms;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One requirement that awards add up to.
///
/// @param key stable within the policy, as `centralised`
/// @param threshold at least so much for a total, floor or theme; at most so much for a cap
/// @param period what the threshold is for: the whole cycle, or each school year by itself
/// @param scope what it counts, narrowed to that of the line that it is within
/// @param within key of the floor or cap that this one is a part of; null: of none
/// @param group of floors that never use a credit twice; null: a view of its own
/// @param waivedBy kinds of exemption that take this floor off
/// @param filledBy the kinds of training that would fill it
@Article("三(二)")
public record RequirementLine(
        RequirementKind kind,
        String key,
        Text title,
        String paragraph,
        Credits threshold,
        RequirementPeriod period,
        Scope scope,
        @Nullable String within,
        @Nullable String group,
        Set<String> waivedBy,
        Text filledBy) {

    public RequirementLine {
        waivedBy = Set.copyOf(waivedBy);
    }

    /// In the order in which a policy lists its lines.
    public enum RequirementKind {
        TOTAL,
        FLOOR,
        CAP,
        THEME
    }

    /// What a threshold is for.
    public enum RequirementPeriod {
        CYCLE,
        YEAR
    }

    public boolean isCap() {
        return kind == RequirementKind.CAP;
    }

    public boolean isYearly() {
        return period == RequirementPeriod.YEAR;
    }

    /// The same line with a narrower scope and the text that belongs to it.
    public RequirementLine narrowed(Scope to, Text fill) {
        return new RequirementLine(
                kind, key, title, paragraph, threshold, period, to, within, group, waivedBy, fill);
    }

    /// The same line within another.
    public RequirementLine inside(String outer) {
        return new RequirementLine(
                kind, key, title, paragraph, threshold, period, scope, outer, group, waivedBy,
                filledBy);
    }

    /// The same line, taken off by these kinds of exemption.
    public RequirementLine waived(Set<String> kinds) {
        return new RequirementLine(
                kind, key, title, paragraph, threshold, period, scope, within, group, kinds,
                filledBy);
    }
}
