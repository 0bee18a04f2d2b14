package io.credithub.demo.source;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Which requests the simulated platform answers with a fault: few. It counts requests, so that a
/// run can be repeated.
public final class PlatformFaults {
    private static final int BUSY_EVERY = 7;
    private static final int GONE_EVERY = 16;
    private final boolean areSwitchedOn;
    private final AtomicBoolean isOpen;
    private final AtomicInteger requests = new AtomicInteger();

    private PlatformFaults(boolean areSwitchedOn, boolean isOpen) {
        this.areSwitchedOn = areSwitchedOn;
        this.isOpen = new AtomicBoolean(isOpen);
    }

    /// Always well.
    public static PlatformFaults steady() {
        return new PlatformFaults(false, true);
    }

    /// Busy at every seventh page, gone without an answer at every sixteenth.
    public static PlatformFaults moody() {
        return new PlatformFaults(true, true);
    }

    /// As [#moody], once it is opened; busy before.
    public static PlatformFaults closed() {
        return new PlatformFaults(true, false);
    }

    void open() {
        isOpen.set(true);
    }

    Mood next() {
        if (!isOpen.get()) return Mood.BUSY;
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
