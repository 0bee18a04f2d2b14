package io.credithub.flow.result;

import java.time.Duration;

/// A chunk took more of the processor than a chunk may. The same again takes as much again.
public final class OverTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param where its thread was when the time was up
    public OverTime(Duration limit, StackTraceElement[] where) {
        super("OverTime: not interpreted in " + limit.toMillis() + " ms of processor time");
        setStackTrace(where);
    }

    private OverTime() {
        super("OverTime: stopped", null, false, false);
    }

    /// Called in every loop whose length content decides. A thread whose time is up is interrupted,
    /// and ends here.
    ///
    /// @throws OverTime if the time of the calling thread is up
    public static void check() {
        if (Thread.currentThread().isInterrupted()) throw new OverTime();
    }
}
