package io.credithub.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what comes true by itself, and no longer than it may take.
public final class Eventually {
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    private Eventually() {}

    /// @param claim what is to come true, as the failure names it
    /// @throws AssertionError if it did not in a minute
    public static void until(String claim, BooleanSupplier isTrue) {
        until(claim, AT_MOST, isTrue);
    }

    /// @param claim what is to come true, as the failure names it
    /// @throws AssertionError if it did not in that time
    public static void until(String claim, Duration atMost, BooleanSupplier isTrue) {
        Instant end = Instant.now().plus(atMost);
        while (!isTrue.getAsBoolean()) {
            if (Instant.now().isAfter(end)) throw new AssertionError("not in time: " + claim);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
