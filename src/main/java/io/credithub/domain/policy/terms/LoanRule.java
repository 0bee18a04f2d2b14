package io.credithub.domain.policy.terms;

import io.credithub.domain.Article;

/// How credits are lent (借贷).
///
/// @param rateHundredths of a percent of the loan that the next year begins lower by: 10 000 is all
/// @param perForm a loan is of one yearly floor, and each has its own; else of the year's minimum
/// @param consecutiveYears whether there may be a loan in the year after one
@Article("四(五)")
public record LoanRule(
        int rateHundredths, boolean perForm, boolean consecutiveYears, String paragraph) {
    private static final int WHOLE = 10_000;

    /// What is owed for a loan; half a hundredth is rounded up. In hundredths.
    public long owedFor(long hundredths) {
        return (2 * Math.multiplyExact(hundredths, rateHundredths) + WHOLE) / (2 * WHOLE);
    }
}
