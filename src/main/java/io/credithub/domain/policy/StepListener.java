package io.credithub.domain.policy;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.policy.terms.AttendanceRule;
import io.credithub.domain.policy.terms.EventMost;
import io.credithub.domain.policy.terms.GradeRule;
import io.credithub.domain.policy.terms.HoursRule;
import io.credithub.domain.policy.terms.Multiplier;
import io.credithub.domain.policy.terms.ResultRule;
import io.credithub.domain.policy.terms.RoleRule;
import io.credithub.domain.policy.terms.RoleShare;
import io.credithub.domain.policy.terms.Rounding;
import java.math.BigDecimal;

/// Is called for each step of the arithmetic of an award. [#OFF] does nothing; [Steps] writes the
/// steps down. Both go with the very same computation, so that no explanation can differ from it.
interface StepListener {
    StepListener OFF = new StepListener() {};

    /// Hours of one form were divided.
    default void divided(HoursRule rule, int hourHundredths) {}

    /// Hours of a blended training without a split were divided as those of the form that earns
    /// least.
    default void dividedUnsplit(HoursRule least, int hourHundredths) {}

    /// A part of a blended training was divided.
    default void dividedPart(HoursRule rule, int hourHundredths) {}

    /// A multiplier was applied; the result is a fraction of a credit.
    default void multiplied(Multiplier multiplier, long dividend, long divisor) {}

    /// What the role gets was taken; the result is a fraction of a credit.
    default void ofRole(RoleRule rule, long dividend, long divisor) {}

    /// The parts were summed to a fraction of a credit.
    default void summed(long dividend, long divisor) {}

    /// The grade was applied; the result is a fraction of a credit.
    default void graded(GradeRule rule, long dividend, long divisor) {}

    default void failed(GradeRule rule) {}

    default void absent(AttendanceRule rule, BigDecimal attendance) {}

    default void result(ResultRule rule, SelfDirected result) {}

    /// A role's share was taken of a result; what remains is a fraction of a hundredth.
    default void shared(ResultRule rule, RoleShare share, BigDecimal dividend, long divisor) {}

    default void rounded(Rounding rounding, Credits credits) {}

    /// The training would have earned more than any may.
    default void capped(EventMost most) {}
}
