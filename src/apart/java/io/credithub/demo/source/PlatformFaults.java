package io.credithub.demo.source;

import java.util.concurrent.atomic.AtomicInteger;

/// Which requests the simulated platform answers with a fault: few. It counts requests, so that a
/// run can be repeated.
public final class PlatformFaults {
    private static final int BUSY_EVERY = 7;
    private static final int GONE_EVERY = 16;
    private final boolean areSwitchedOn;
    private final AtomicInteger requests = new AtomicInteger();

    private PlatformFaults(boolean areSwitchedOn) {
        this.areSwitchedOn = areSwitchedOn;
    }

    /// Always well.
    public static PlatformFaults steady() {
        return new PlatformFaults(false);
    }

    /// Busy at every seventh page, gone without an answer at every sixteenth.
    public static PlatformFaults moody() {
        return new PlatformFaults(true);
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
