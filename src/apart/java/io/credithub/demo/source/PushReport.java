package io.credithub.demo.source;

import io.credithub.demo.source.VendorClient.Pushed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What became of the vendor's batches.
///
/// @param accepted answered 202, the repeated ones included
/// @param refused answered otherwise, in the end
/// @param repeats attempts beyond the first
/// @param took of every batch, shortest first
public record PushReport(int accepted, int refused, int repeats, List<Duration> took) {
    static final PushReport EMPTY = new PushReport(0, 0, 0, List.of());
    private static final int HUNDRED = 100;

    PushReport plus(Pushed pushed) {
        List<Duration> sorted = new ArrayList<>(took);
        sorted.add(pushed.took());
        sorted.sort(null);
        return new PushReport(
                accepted + (pushed.isAccepted() ? 1 : 0),
                refused + (pushed.isAccepted() ? 0 : 1),
                repeats + pushed.attempts() - 1,
                List.copyOf(sorted));
    }

    /// Together with what became of others.
    public PushReport plus(PushReport other) {
        List<Duration> sorted = new ArrayList<>(took);
        sorted.addAll(other.took);
        sorted.sort(null);
        return new PushReport(
                accepted + other.accepted,
                refused + other.refused,
                repeats + other.repeats,
                List.copyOf(sorted));
    }

    /// The time within which so many percent of the batches were answered; zero without any.
    ///
    /// @param percent 1 to 100
    public Duration within(int percent) {
        if (took.isEmpty()) return Duration.ZERO;
        int rank = (took.size() * percent + HUNDRED - 1) / HUNDRED;
        return took.get(Math.max(rank, 1) - 1);
    }
}
