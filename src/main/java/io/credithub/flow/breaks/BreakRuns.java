package io.credithub.flow.breaks;

import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.flow.access.Jurisdiction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Runs, and what they leave. Implemented by `hub.store`.
public interface BreakRuns {
    /// Notes a run; whoever asks what is waited for, or under way, is given that run.
    ///
    /// @return its number
    Uni<Integer> ask(BreakScope scope, String by);

    /// @return empty too if what it looked at lies outside of the view
    Uni<Optional<BreakRun>> find(int id, Jurisdiction within);

    /// Newest first, without summaries.
    ///
    /// @param before of runs below this number
    Uni<List<BreakRun>> list(Jurisdiction within, int before, int most);

    /// It is not waited for any more: what it found so far is forgotten.
    ///
    /// @return whether it was waiting or under way
    Uni<Boolean> cancel(int id);

    /// Does this while no other run of any process is under way.
    ///
    /// @return false if there is one: nothing was done
    Uni<Boolean> alone(Function<RunTurn, Uni<Void>> work);

    /// The one run that is under way.
    interface RunTurn {
        /// The next run that waits, or one that a crash interrupted: it begins anew.
        Uni<Optional<StartedRun>> next(Instant now);

        /// So many steps of it are over.
        ///
        /// @return fails with [RunCancelled] if it was cancelled
        Uni<Void> advance(StartedRun run, int done, int steps);

        /// Keeps what was found aside until the run is over. The one before it is safe by then; it
        /// may itself be under way still.
        ///
        /// @return fails with [RunCancelled] if it was cancelled before
        Uni<Void> note(StartedRun run, List<Discrepancy> found);

        /// Opens, changes and closes breaks by what was found, all at once, and ends the run.
        ///
        /// @param aspects of which all differences were found: those that are not there are closed
        Uni<Void> settle(StartedRun run, Set<BreakAspect> aspects, Instant now);

        /// It stopped half way: what it found is forgotten.
        Uni<Void> fail(StartedRun run, Instant now);
    }

    /// A run that has begun.
    ///
    /// @param matching number of what records are matched by
    record StartedRun(int id, BreakScope scope, long matching) {}

    /// Somebody cancelled the run that is under way.
    final class RunCancelled extends RuntimeException {
        private static final long serialVersionUID = 1;

        public RunCancelled(int run) {
            super("run " + run + " was cancelled");
        }
    }
}
