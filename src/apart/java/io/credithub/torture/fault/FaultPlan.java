package io.credithub.torture.fault;

import io.credithub.torture.hub.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Which fault comes when. A function of the seed, the length, the gap and the kinds alone.
///
/// Each kind comes once before any comes again, so that a short run sees many of them.
public record FaultPlan(List<Planned> faults) {
    private static final long FIRST_MILLIS = 6_000;

    /// @param number from 1
    /// @param at since the load began
    /// @param lasts zero where the fault is a moment
    /// @param dice for what the fault leaves to chance
    public record Planned(int number, Duration at, FaultKind kind, Duration lasts, long dice) {
        @Override
        public String toString() {
            String span = lasts.isZero() ? "" : " for " + lasts.toSeconds() + " s";
            return "#%d at %d:%02d %s%s"
                    .formatted(number, at.toMinutes(), at.toSecondsPart(), kind.title(), span);
        }
    }

    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /// @param gap at least so long, and at most twice, from the beginning of one to the next
    /// @param kinds at least one
    public static FaultPlan of(
            long seed, Duration length, Duration gap, Collection<FaultKind> kinds) {
        int gapMillis = Math.toIntExact(gap.toMillis());
        Random random = new Random(seed);
        List<Planned> faults = new ArrayList<>();
        List<FaultKind> round = new ArrayList<>();
        long at = FIRST_MILLIS;
        while (at < length.toMillis()) {
            if (round.isEmpty()) {
                round.addAll(kinds.stream().sorted().distinct().toList());
                Collections.shuffle(round, random);
            }
            FaultKind kind = round.removeLast();
            int spread = kind.secondsMax() - kind.secondsMin() + 1;
            Duration lasts = Duration.ofSeconds(kind.secondsMin() + random.nextInt(spread));
            faults.add(
                    new Planned(
                            faults.size() + 1,
                            Duration.ofMillis(at),
                            kind,
                            lasts,
                            random.nextLong()));
            at += gapMillis + random.nextInt(gapMillis);
        }
        return new FaultPlan(faults);
    }
}
