package io.credithub.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of credit (学分), held in hundredths so that sums are exact. A reversal or a loan may
/// make an amount negative; an award never is.
///
/// @param hundredths 1 credit = 100
public record Credits(long hundredths) implements Comparable<Credits> {
    public static final Credits ZERO = new Credits(0);

    /// @param amount rounded HALF_UP to two places: the one rounding of an award
    public static Credits rounded(BigDecimal amount) {
        return new Credits(
                amount.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    public Credits plus(Credits other) {
        return new Credits(Math.addExact(hundredths, other.hundredths));
    }

    public Credits minus(Credits other) {
        return new Credits(Math.subtractExact(hundredths, other.hundredths));
    }

    /// As systems take them that know whole credits alone: rounded HALF_UP, once.
    public long whole() {
        return BigDecimal.valueOf(hundredths, 2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(hundredths, other.hundredths);
    }

    /// A decimal with two places: `16.00`, `-2.70`.
    @Override
    public String toString() {
        return Hundredths.text(hundredths);
    }
}
