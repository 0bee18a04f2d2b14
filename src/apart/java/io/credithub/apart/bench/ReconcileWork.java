package io.credithub.apart.bench;

import io.credithub.apart.House;
import io.credithub.app.work.BlockingAwait;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRuns;
import io.credithub.flow.breaks.FindBreaks;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Asks the running hub for runs and waits for them.
final class ReconcileWork {
    private static final BlockingAwait PATIENCE = new BlockingAwait(Duration.ofMinutes(30));
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final FindBreaks find;
    private final BreakRuns runs;

    ReconcileWork() {
        this.find = House.part(FindBreaks.class);
        this.runs = House.part(BreakRuns.class);
    }

    /// Of the year that the bench is about, from asking to its end.
    ///
    /// @throws IllegalStateException if it is not done
    BreakRun run(String division) {
        int id =
                PATIENCE.await(
                        () -> find.ask(new Jurisdiction(division), ReconcileRows.YEAR, "bench"));
        PATIENCE.await(find::work);
        BreakRun run = find(id);
        // The hub itself looks for runs that wait, and may have begun it.
        while (!run.state().isOver()) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            run = find(id);
        }
        if (run.state() != BreakRun.RunState.DONE) {
            throw new IllegalStateException("the run is " + run.state());
        }
        return run;
    }

    private BreakRun find(int id) {
        return PATIENCE.await(() -> runs.find(id, Jurisdiction.NATION)).orElseThrow();
    }

    /// @throws IllegalStateException if it left others than were planted
    static void requireAll(BreakRun run, Map<BreakCode, Long> planted) {
        Map<BreakCode, Long> found = new EnumMap<>(BreakCode.class);
        for (BreakRun.BreakSum sum : run.summary()) {
            found.merge(sum.code(), sum.breaks(), Long::sum);
        }
        if (!found.equals(planted)) {
            throw new IllegalStateException("found " + found + ", planted " + planted);
        }
    }

    /// @throws IllegalStateException if it changed anything
    static void requireNothingNew(BreakRun run) {
        BreakRun.RunCounts counts = run.counts();
        if (counts.opened() + counts.reopened() + counts.changed() + counts.corrected() != 0) {
            throw new IllegalStateException("nothing has changed, and the run says " + counts);
        }
    }
}
