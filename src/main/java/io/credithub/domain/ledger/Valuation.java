package io.credithub.domain.ledger;

import io.credithub.domain.completion.Facts;
import org.jspecify.annotations.Nullable;

/// What a completion is about and what it is worth.
///
/// @param evidence how strong its evidence is; higher wins among copies of one training
/// @param sourceCredits the source's own figure in hundredths, for reconciliation only
public record Valuation(
        Facts facts,
        TrainingRef training,
        int evidence,
        AwardAmounts price,
        @Nullable Integer sourceCredits) {

    Valuation priced(AwardAmounts other) {
        return new Valuation(facts, training, evidence, other, sourceCredits);
    }

    Valuation of(int family) {
        return new Valuation(facts, training.of(family), evidence, price, sourceCredits);
    }

    /// An award as the ledger keeps it: amounts in hundredths, with the policy and rule behind
    /// them. Practice is what remains of the credits.
    ///
    /// @param policy the number of the policy version in the registry
    public record AwardAmounts(
            int policy, int rule, int schoolYear, int credits, int experience, int quality) {
        /// Whether the ledger would say the same, whatever rule says so.
        public boolean isAsMuchAs(AwardAmounts other) {
            return credits == other.credits
                    && experience == other.experience
                    && quality == other.quality
                    && schoolYear == other.schoolYear;
        }
    }
}
