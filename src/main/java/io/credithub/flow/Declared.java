package io.credithub.flow;

import org.jspecify.annotations.Nullable;

/// What the sender says the delivery holds. Absent where the sender says nothing.
///
/// @param hourHundredths the sum of the hours, in hundredths
public record Declared(
        @Nullable Long records, @Nullable Long persons, @Nullable Long hourHundredths) {
    public static final Declared NOTHING = new Declared(null, null, null);
}
