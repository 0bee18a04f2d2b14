package io.credithub.fakes;

import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRun.BreakSum;
import io.credithub.flow.breaks.BreakRun.RunCounts;
import io.credithub.flow.breaks.BreakRun.RunState;
import io.credithub.flow.breaks.BreakScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run as it was noted last.
record StoredRun(
        int id,
        BreakScope scope,
        String by,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        RunState state,
        int steps,
        int done,
        RunCounts counts,
        List<BreakSum> sums) {
    StoredRun as(RunState other, @Nullable Instant finished) {
        return new StoredRun(
                id, scope, by, askedAt, startedAt, finished, other, steps, done, counts, sums);
    }

    StoredRun begun(Instant now) {
        return new StoredRun(
                id, scope, by, askedAt, now, null, RunState.RUNNING, steps, 0, counts, sums);
    }

    StoredRun advanced(int over, int of) {
        return new StoredRun(
                id, scope, by, askedAt, startedAt, null, state, of, over, counts, sums);
    }

    StoredRun settled(RunCounts came, List<BreakSum> left, Instant now) {
        return new StoredRun(
                id, scope, by, askedAt, startedAt, now, RunState.DONE, steps, steps, came, left);
    }

    BreakRun told(List<BreakSum> summary) {
        return new BreakRun(
                id,
                scope.within().divisionCode(),
                scope.schoolYear(),
                by,
                askedAt,
                startedAt,
                finishedAt,
                state,
                steps,
                done,
                counts,
                null,
                summary);
    }
}
