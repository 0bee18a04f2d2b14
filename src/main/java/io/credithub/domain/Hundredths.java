package io.credithub.domain;

/// Writes an amount held in hundredths as a decimal with two places.
public final class Hundredths {
    private static final int ONE = 100;

    private Hundredths() {}

    /// @return `1600` as `16.00`, `-5` as `-0.05`
    public static String text(long hundredths) {
        long whole = Math.abs(hundredths / ONE);
        long rest = Math.abs(hundredths % ONE);
        return (hundredths < 0 ? "-" : "") + whole + (rest < 10 ? ".0" : ".") + rest;
    }
}
