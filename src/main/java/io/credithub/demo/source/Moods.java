package io.credithub.demo.source;

import java.util.concurrent.atomic.AtomicInteger;

/// How the simulated platform feels about a request: mostly well. It counts requests, so a run can
/// be repeated.
public final class Moods {
    private static final int BUSY_EVERY = 7;
    private static final int GONE_EVERY = 16;
    private final boolean areSwitchedOn;
    private final AtomicInteger requests = new AtomicInteger();

    private Moods(boolean areSwitchedOn) {
        this.areSwitchedOn = areSwitchedOn;
    }

    /// Always well.
    public static Moods steady() {
        return new Moods(false);
    }

    /// Busy at every seventh page, gone without an answer at every sixteenth.
    public static Moods moody() {
        return new Moods(true);
    }

    Mood next() {
        int request = requests.incrementAndGet();
        if (!areSwitchedOn) return Mood.WELL;
        if (request % GONE_EVERY == 0) return Mood.GONE;
        return request % BUSY_EVERY == 0 ? Mood.BUSY : Mood.WELL;
    }

    enum Mood {
        WELL,
        /// Answers 503 and says when to come back.
        BUSY,
        /// Drops the connection.
        GONE
    }
}
