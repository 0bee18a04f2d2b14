package io.credithub.domain.policy.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The one rounding of an award, after the bonus. The regulation is silent on it.
///
/// @param places decimal places that remain, 0 to 2
public record Rounding(RoundingStep mode, int places, String paragraph) {
    private static final int PLACES_MAX = 2;

    public enum RoundingStep {
        HALF_UP,
        UP,
        DOWN
    }

    public Rounding {
        if (places < 0 || places > PLACES_MAX) {
            throw new IllegalArgumentException("places: " + places);
        }
    }

    /// @param dividend not negative; the quotient is an amount in hundredths
    /// @return hundredths
    public long round(BigDecimal dividend, long divisor) {
        RoundingMode how =
                switch (mode) {
                    case HALF_UP -> RoundingMode.HALF_UP;
                    case UP -> RoundingMode.UP;
                    case DOWN -> RoundingMode.DOWN;
                };
        BigDecimal unit = BigDecimal.valueOf(Math.multiplyExact(divisor, step()));
        return dividend.divide(unit, 0, how).longValueExact() * step();
    }

    private long step() {
        return places == PLACES_MAX ? 1 : places == 1 ? 10 : 100;
    }

    /// As [#round(BigDecimal, long)], where the dividend is a whole number.
    public long round(long dividend, long divisor) {
        long step = step();
        long unit = Math.multiplyExact(divisor, step);
        long quotient = dividend / unit;
        long rest = dividend - quotient * unit;
        boolean up =
                switch (mode) {
                    case HALF_UP -> rest >= unit - rest;
                    case UP -> rest > 0;
                    case DOWN -> false;
                };
        return (up ? quotient + 1 : quotient) * step;
    }
}
