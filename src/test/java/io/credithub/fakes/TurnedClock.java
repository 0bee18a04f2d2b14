package io.credithub.fakes;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until somebody turns it.
public final class TurnedClock implements InstantSource {
    private volatile Instant now;

    public TurnedClock(Instant now) {
        this.now = now;
    }

    public void turnTo(Instant then) {
        now = then;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
