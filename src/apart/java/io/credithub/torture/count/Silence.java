package io.credithub.torture.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How long nothing was acknowledged, and whether the hub called itself well meanwhile. All times
/// are milliseconds since the load began.
public final class Silence {
    private final List<Long> acks = new ArrayList<>();
    private final List<Span> downtimes = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();

    /// @param to exclusive
    public record Span(long from, long to) {
        public long millis() {
            return to - from;
        }
    }

    /// What the readiness of the hub said at a moment.
    private record Sample(long at, boolean isUp) {}

    public synchronized void acknowledged(long at) {
        acks.add(at);
    }

    /// While no push could be acknowledged, as was meant.
    public synchronized void down(long from, long to) {
        downtimes.add(new Span(from, to));
    }

    public synchronized void health(long at, boolean isUp) {
        samples.add(new Sample(at, isUp));
    }

    /// Of the whole time, intended downtime included.
    public synchronized Span longest(long end) {
        return longest(gaps(end));
    }

    /// The longest stretch without an acknowledgement in which no intended downtime lies.
    public synchronized Span longestOutside(long end) {
        List<Span> stretches = new ArrayList<>();
        for (Span gap : gaps(end)) {
            long from = gap.from;
            for (Span down : inOrder(downtimes)) {
                if (down.to <= from || down.from >= gap.to) continue;
                if (down.from > from) stretches.add(new Span(from, down.from));
                from = Math.max(from, down.to);
            }
            if (from < gap.to) stretches.add(new Span(from, gap.to));
        }
        return longest(stretches);
    }

    /// How long it has been silent by now, since the last acknowledgement or intended downtime.
    public synchronized long sinceLast(long now) {
        long last = acks.isEmpty() ? 0 : acks.getLast();
        for (Span down : downtimes) last = Math.max(last, down.to);
        return now - last;
    }

    /// When the hub was UP for long while nothing was acknowledged.
    ///
    /// @param most that is no lie yet
    public synchronized List<Span> lies(long end, long most) {
        List<Span> lies = new ArrayList<>();
        for (Span gap : gaps(end)) {
            if (gap.millis() <= most) continue;
            long from = -1;
            long to = -1;
            for (Sample sample : samples) {
                if (sample.at < gap.from || sample.at > gap.to) continue;
                if (sample.isUp) {
                    if (from < 0) from = sample.at;
                    to = sample.at;
                }
                if (!sample.isUp && from >= 0) {
                    if (to - from > most) lies.add(new Span(from, to));
                    from = -1;
                }
            }
            if (from >= 0 && to - from > most) lies.add(new Span(from, to));
        }
        return lies;
    }

    private List<Span> gaps(long end) {
        List<Span> gaps = new ArrayList<>();
        long from = 0;
        for (long ack : acks.stream().sorted().toList()) {
            if (ack > from) gaps.add(new Span(from, ack));
            from = ack;
        }
        if (end > from) gaps.add(new Span(from, end));
        return gaps;
    }

    private static List<Span> inOrder(List<Span> spans) {
        return spans.stream().sorted(Comparator.comparingLong(Span::from)).toList();
    }

    private static Span longest(List<Span> spans) {
        Span longest = new Span(0, 0);
        for (Span span : spans) if (span.millis() > longest.millis()) longest = span;
        return longest;
    }
}
