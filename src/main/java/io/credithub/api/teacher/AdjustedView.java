package io.credithub.api.teacher;

import io.credithub.domain.Credits;
import io.credithub.flow.explain.AwardExplanation;
import io.credithub.flow.statement.Statement.Explained;
import io.credithub.flow.teacher.Registry.LineAdjustment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// By whose decision a line earns something else than the rules say.
///
/// @param id of the adjustment
/// @param credits that were decided
/// @param byRules what the rules give, by the paragraphs beside it
/// @param at when it was posted
/// @param role of whose decision posted it
public record AdjustedView(
        long id,
        Credits credits,
        @Nullable Credits byRules,
        String reason,
        Instant at,
        String role) {
    /// @return null: it earns by the rules
    public static @Nullable AdjustedView of(Explained explained) {
        LineAdjustment adjustment = explained.line().adjustment();
        return adjustment == null
                ? null
                : new AdjustedView(
                        adjustment.id(),
                        adjustment.credits(),
                        explained.byRules(),
                        AwardExplanation.shown(adjustment.reason()),
                        adjustment.at(),
                        adjustment.role());
    }
}
