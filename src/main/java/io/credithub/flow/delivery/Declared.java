package io.credithub.flow.delivery;

import org.jspecify.annotations.Nullable;

/// What the sender says the delivery holds. Absent where the sender says nothing.
///
/// @param hourHundredths the sum of the hours, in hundredths
public record Declared(
        @Nullable Long records, @Nullable Long persons, @Nullable Long hourHundredths) {
    // What one delivery may be said to hold; more is a slip of the sender's.
    public static final long COUNT_MAX = 10_000_000;

    public static final long HOUR_HUNDREDTHS_MAX = 100_000_000_000L;

    public static final Declared NOTHING = new Declared(null, null, null);
}
