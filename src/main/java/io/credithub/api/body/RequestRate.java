package io.credithub.api.body;

import io.credithub.api.problem.BusyCode;
import io.credithub.api.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How often one caller may ask: a steady rate, and a burst after a pause. A token bucket (GCRA):
/// of each caller one moment is kept, at which the bucket would be full again.
@Singleton
final class RequestRate {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int OWNERS_MAX = 10_000;

    private final long intervalNanos;
    private final long burstNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Long> fullAt = new HashMap<>();

    @Inject
    RequestRate(RequestConfig config) {
        this(config.rate().perSecond(), config.rate().burst(), System::nanoTime);
    }

    RequestRate(int perSecond, int burst, LongSupplier nanoTime) {
        this.intervalNanos = SECOND_NANOS / Math.max(1, perSecond);
        this.burstNanos = intervalNanos * Math.max(1, burst);
        this.nanoTime = nanoTime;
    }

    /// @param owner a key or an address
    /// @throws ProblemException if it asks more often than it may
    synchronized void count(String owner) {
        long now = nanoTime.getAsLong();
        if (fullAt.size() >= OWNERS_MAX) fullAt.values().removeIf(full -> full - now <= 0);
        long full = fullAt.getOrDefault(owner, now);
        long next = (full - now > 0 ? full : now) + intervalNanos; // nanoTime may wrap
        if (next - now > burstNanos) throw new ProblemException(BusyCode.TOO_MANY_REQUESTS);
        fullAt.put(owner, next);
    }
}
