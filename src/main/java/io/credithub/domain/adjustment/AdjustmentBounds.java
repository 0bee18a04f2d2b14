package io.credithub.domain.adjustment;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Training;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.HoursRule;
import io.credithub.domain.policy.terms.ResultRule;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// How far a person may go. The regulation is silent about it.
///
/// @param secondAbove a second person is needed where more than this is added or taken away; zero:
///   always
public record AdjustmentBounds(Credits secondAbove) {
    /// @throws IllegalArgumentException if it is below zero
    public AdjustmentBounds {
        if (secondAbove.compareTo(Credits.ZERO) < 0) {
            throw new IllegalArgumentException("below zero: " + secondAbove);
        }
    }

    /// Whether a second person must agree.
    public boolean needsSecond(Credits rules, Credits asked) {
        long change = Math.abs(asked.minus(rules).hundredths());
        return change > secondAbove.hundredths();
    }

    /// The most that a training may be said to earn: what the policy's best divisor makes of its
    /// hours; of a teacher's own work what the policy's best result earns; the source's own figure
    /// or what the rules say, if that is more.
    ///
    /// @param rules what they say of it
    /// @param source the source's own figure; zero if it has none
    public static Credits most(Policy policy, Facts facts, Credits rules, Credits source) {
        Credits most = rules.compareTo(source) > 0 ? rules : source;
        Credits best =
                switch (facts.training()) {
                    case Training.SelfDirected _ -> bestResult(policy);
                    case Training.Course _, Training.Blended _ ->
                            bestOfHours(policy, facts.training().hourHundredths());
                };
        return best.compareTo(most) > 0 ? best : most;
    }

    private static Credits bestOfHours(Policy policy, int hourHundredths) {
        int divisor = Integer.MAX_VALUE;
        for (HoursRule rule : policy.terms().awards().hours()) {
            divisor = Math.min(divisor, rule.hourHundredthsPerCredit());
        }
        return Credits.rounded(
                BigDecimal.valueOf(hourHundredths)
                        .divide(BigDecimal.valueOf(divisor), 2, RoundingMode.HALF_UP));
    }

    private static Credits bestResult(Policy policy) {
        Credits best = Credits.ZERO;
        for (ResultRule rule : policy.terms().awards().results()) {
            Credits most = mostOf(rule.worth());
            if (most.compareTo(best) > 0) best = most;
        }
        return best;
    }

    private static Credits mostOf(ResultRule.ResultWorth worth) {
        return switch (worth) {
            case ResultRule.ResultWorth.Fixed fixed -> fixed.credits();
            case ResultRule.ResultWorth.DecidedRange range -> range.most();
            case ResultRule.ResultWorth.PerQuantity each ->
                    each.most() == null ? each.each() : each.most();
        };
    }
}
