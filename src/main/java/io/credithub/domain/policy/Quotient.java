package io.credithub.domain.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Writes a fraction as people read it: exactly where a decimal can, else cut with an ellipsis.
final class Quotient {
    private static final int PLACES_SHOWN = 3;

    private Quotient() {}

    /// @return `8`, `8.25`, or `13.333…`
    static String text(long dividend, long divisor) {
        return text(BigDecimal.valueOf(dividend), divisor);
    }

    static String text(BigDecimal above, long divisor) {
        BigDecimal below = BigDecimal.valueOf(divisor);
        try {
            return above.divide(below).stripTrailingZeros().toPlainString();
        } catch (ArithmeticException _) { // no end to its decimals
            return above.divide(below, PLACES_SHOWN, RoundingMode.DOWN).toPlainString() + "…";
        }
    }
}
