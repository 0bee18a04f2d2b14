package io.credithub.flow.access;

import java.time.Duration;

/// Why a key opens nothing, where the caller may know. Of a key that is wrong or was taken back a
/// caller learns nothing.
public final class KeyRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    private KeyRefused(String message, Duration wait) {
        super(message, null, false, false);
        this.wait = wait;
    }

    /// The secret was right, and the key's time is over.
    public static KeyRefused becauseExpired() {
        return new KeyRefused("the key has expired", Duration.ZERO);
    }

    /// Too many keys were tried in vain.
    ///
    /// @param wait before another one is worth trying; more than zero
    public static KeyRefused becauseOfFailures(Duration wait) {
        return new KeyRefused("too many keys were tried in vain", wait);
    }

    /// Zero: the key has expired.
    public Duration waiting() {
        return wait;
    }
}
