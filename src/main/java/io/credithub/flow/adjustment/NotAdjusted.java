package io.credithub.flow.adjustment;

import io.credithub.domain.Credits;
import io.credithub.domain.adjustment.AdjustmentAct.Barred;
import org.jspecify.annotations.Nullable;

/// Why nothing is adjusted, and nothing was written.
///
/// @param most that may be asked for, where that is why
public record NotAdjusted(AdjustmentRefusal why, @Nullable Credits most) {
    /// A closed list.
    public enum AdjustmentRefusal {
        /// The break is about no record of ours: there is nothing to adjust.
        NO_RECORD,
        /// The record earns nothing now: it is aside, held, refused, waiting or withdrawn.
        NOT_IN_FORCE,
        /// Its source has corrected the content that the adjustment is about.
        CONTENT_CHANGED,
        /// The content is adjusted, or an adjustment of it waits for a second person.
        ADJUSTED_ALREADY,
        /// More than the policy could award.
        OUT_OF_BOUNDS,
        /// It earns as much by the rules.
        AS_BY_RULES,
        /// Somebody has answered already.
        DECIDED,
        /// Who proposed it is not the second person.
        OWN_PROPOSAL,
        /// Only who proposed it withdraws it.
        ANOTHERS_PROPOSAL;

        static AdjustmentRefusal of(Barred barred) {
            return switch (barred) {
                case DECIDED -> DECIDED;
                case OWN -> OWN_PROPOSAL;
                case ANOTHERS -> ANOTHERS_PROPOSAL;
            };
        }
    }

    static NotAdjusted of(AdjustmentRefusal why) {
        return new NotAdjusted(why, null);
    }
}
