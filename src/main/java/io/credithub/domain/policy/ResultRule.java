package io.credithub.domain.policy;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Training.SelfDirected;
import org.jspecify.annotations.Nullable;

/// What a result of a teacher's own work (自主研修成果) is worth. The first rule that fits counts.
///
/// @param category as the source names it; null fits every category
/// @param rank null fits every rank, and none
/// @param role null fits every role, and none
@Article("四(四)")
public record ResultRule(
        String code,
        Text title,
        @Nullable String category,
        @Nullable String rank,
        @Nullable String role,
        Worth worth,
        String paragraph) {

    /// How the worth is found.
    public sealed interface Worth {
        /// So much, whatever its size.
        record Fixed(Credits credits) implements Worth {}

        /// So much for each unit, and never more than the most.
        ///
        /// @param unit what is counted, as 万字
        record PerQuantity(Credits each, Text unit, Credits most) implements Worth {}

        /// What the county or a reviewer decided, within bounds that count themselves.
        record Decided(Credits least, Credits most) implements Worth {}
    }

    boolean fits(SelfDirected result) {
        return (category == null || category.equals(result.category()))
                && (rank == null || rank.equals(result.rank()))
                && (role == null || role.equals(result.role()))
                && worth instanceof Worth.Decided == (result.decidedCredits() != null);
    }
}
