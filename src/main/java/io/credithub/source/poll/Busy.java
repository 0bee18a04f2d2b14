package io.credithub.source.poll;

import java.time.Duration;

/// The source answers, but not with a page.
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /// @param retryAfter what the source asks for; zero if nothing
    public Busy(int status, Duration retryAfter) {
        super("the source answers " + status);
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
