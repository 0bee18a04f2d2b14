package io.credithub.domain.subscription;

import java.time.Duration;
import java.util.Optional;

/// When something that failed is tried again: soon, then ever later, and not for ever.
///
/// @param first pause, at most
/// @param longest pause
/// @param triesMax tries in all
/// @param within so long after the first try the last one begins, at most
public record RetryPlan(Duration first, Duration longest, int triesMax, Duration within) {
    private static final int DOUBLINGS_MAX = 30;

    /// @throws IllegalArgumentException if nothing would ever be tried, or without a pause
    public RetryPlan {
        if (!first.isPositive() || longest.compareTo(first) < 0 || triesMax < 1) {
            throw new IllegalArgumentException("not a plan of tries");
        }
    }

    /// The pause before the next try: it doubles with each, and half of it is by chance, so that
    /// all who wait for the same do not come at once.
    ///
    /// @param failed tries so far, at least 1
    /// @param since the first try
    /// @param chance from 0 to 1
    /// @return empty: it is not tried any more
    public Optional<Duration> pause(int failed, Duration since, double chance) {
        if (failed >= triesMax) return Optional.empty();
        long doubled = 1L << Math.min(failed - 1, DOUBLINGS_MAX);
        long most = Math.min(saturated(first.toMillis(), doubled), longest.toMillis());
        long half = most / 2;
        Duration pause = Duration.ofMillis(half + Math.round((most - half) * chance));
        return since.plus(pause).compareTo(within) > 0 ? Optional.empty() : Optional.of(pause);
    }

    private static long saturated(long millis, long times) {
        return millis > Long.MAX_VALUE / times ? Long.MAX_VALUE : millis * times;
    }
}
