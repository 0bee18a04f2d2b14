package io.credithub.domain.policy.terms;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.SelfDirected;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a result of a teacher's own work (自主研修成果) is worth. The first rule that fits counts.
///
/// @param category as the source names it; null fits every category
/// @param rank null fits every rank, and none
/// @param role null fits every role, and none
/// @param levels empty: every level
/// @param shares what each role gets of the worth; empty: everyone all of it
@Article("四(四)")
public record ResultRule(
        String code,
        Text title,
        @Nullable String category,
        @Nullable String rank,
        @Nullable String role,
        Set<Level> levels,
        ResultWorth worth,
        List<RoleShare> shares,
        String paragraph) {
    public ResultRule {
        levels = Set.copyOf(levels);
        shares = List.copyOf(shares);
    }

    /// How the worth is found.
    public sealed interface ResultWorth {
        /// So much, whatever its size.
        record Fixed(Credits credits) implements ResultWorth {}

        /// So much for each `per` units, and never more than the most.
        ///
        /// @param per in hundredths of a unit, above 0: 100 is one
        /// @param unit what is counted, as 万字
        /// @param most null: no limit
        record PerQuantity(Credits each, int per, Text unit, @Nullable Credits most)
                implements ResultWorth {
            public static final int ONE = 100;

            public PerQuantity {
                if (per <= 0) throw new IllegalArgumentException("per " + per);
            }
        }

        /// What the county or a reviewer decided, within bounds that count themselves.
        record DecidedRange(Credits least, Credits most) implements ResultWorth {}
    }

    public boolean fits(Level level, SelfDirected result) {
        return (levels.isEmpty() || levels.contains(level)) && fitsAtSomeLevel(result);
    }

    public boolean fitsAtSomeLevel(SelfDirected result) {
        return (category == null || category.equals(result.category()))
                && (rank == null || rank.equals(result.rank()))
                && (role == null || role.equals(result.role()))
                && worth instanceof ResultWorth.DecidedRange == (result.decidedCredits() != null);
    }

    /// Whether whatever fits the other rule fits this one.
    public boolean covers(ResultRule other) {
        return (category == null || category.equals(other.category()))
                && (rank == null || rank.equals(other.rank()))
                && (role == null || role.equals(other.role()))
                && (levels.isEmpty()
                        || (!other.levels().isEmpty() && levels.containsAll(other.levels())))
                && worth instanceof ResultWorth.DecidedRange
                        == other.worth() instanceof ResultWorth.DecidedRange;
    }

    /// @return null if the role is not listed
    public @Nullable RoleShare shareOf(@Nullable String of) {
        for (RoleShare share : shares) if (share.role().equals(of)) return share;
        return null;
    }
}
