package io.credithub.domain.ledger;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Training;
import java.time.LocalDate;
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

    /// The first day of its period; the last where none is stated that comes before.
    public LocalDate firstDay() {
        LocalDate last = facts.completedOn();
        LocalDate first = training.startedOn();
        return first == null || first.isAfter(last) ? last : first;
    }

    Valuation priced(AwardAmounts other) {
        return new Valuation(facts, training, evidence, other, sourceCredits);
    }

    /// What rules say of it; where a person decided what it earns, that, split as it is by now.
    AwardAmounts under(AwardAmounts rules) {
        return price.isAdjusted() ? adjusted(facts, rules, price.credits()) : rules;
    }

    /// What a training earns by a person's decision.
    ///
    /// @param rules what the rules say of it
    /// @param credits in hundredths
    public static AwardAmounts adjusted(Facts facts, AwardAmounts rules, int credits) {
        return rules.adjusted(credits, facts.training() instanceof Training.SelfDirected);
    }

    Valuation of(int family) {
        return new Valuation(facts, training.of(family), evidence, price, sourceCredits);
    }

    /// An award as the ledger keeps it: amounts in hundredths, with the policy and rule behind
    /// them. Practice is what remains of the credits.
    ///
    /// @param policy the number of the policy version in the registry
    /// @param rule its place in the rules of the policy; where a person decided what is earned, the
    ///   complement of it, below zero: so the line of the ledger itself says so
    public record AwardAmounts(
            int policy, int rule, int schoolYear, int credits, int experience, int quality) {
        /// Whether a person decided what is earned, and not the rules.
        public boolean isAdjusted() {
            return isAdjusted(rule);
        }

        /// The same of a rule as it is stored.
        public static boolean isAdjusted(int rule) {
            return rule < 0;
        }

        /// The place of the rule that an adjusted award, or any other, would be given by.
        ///
        /// @param rule as it is stored
        public static int ruleOfPolicy(int rule) {
            return isAdjusted(rule) ? ~rule : rule;
        }

        /// So many credits instead. Experience goes first, as far as the rules give any; what is
        /// left is quality. Where the rules give nothing, all is experience; what a teacher's own
        /// work earns is practice, all of it.
        ///
        /// @param isOwnWork whether it is a result of a teacher's own work
        AwardAmounts adjusted(int other, boolean isOwnWork) {
            if (isAdjusted()) throw new IllegalArgumentException("adjusted already: " + this);
            int most = credits == 0 ? other : experience;
            int first = isOwnWork ? 0 : Math.min(other, most);
            int rest = isOwnWork ? 0 : other - first;
            return new AwardAmounts(policy, ~rule, schoolYear, other, first, rest);
        }

        /// Whether the ledger would say the same, whatever rule says so. Of an adjusted award it
        /// says beside what the rules would give, so these must be the same.
        public boolean isAsMuchAs(AwardAmounts other) {
            boolean isSaid = !isAdjusted() || (policy == other.policy && rule == other.rule);
            return isSaid
                    && isAdjusted() == other.isAdjusted()
                    && credits == other.credits
                    && experience == other.experience
                    && quality == other.quality
                    && schoolYear == other.schoolYear;
        }
    }
}
