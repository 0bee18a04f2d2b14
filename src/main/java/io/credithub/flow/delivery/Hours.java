package io.credithub.flow.delivery;

import io.credithub.domain.Hundredths;

/// An amount of hours (学时), held in hundredths so that sums are exact.
///
/// @param hundredths 1 hour = 100
public record Hours(long hundredths) {
    public static final Hours NONE = new Hours(0);

    public Hours plus(Hours more) {
        return new Hours(hundredths + more.hundredths);
    }

    /// A decimal with two places: `40.00`.
    @Override
    public String toString() {
        return Hundredths.text(hundredths);
    }
}
