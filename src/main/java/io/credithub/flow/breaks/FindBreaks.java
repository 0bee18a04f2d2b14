package io.credithub.flow.breaks;

import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakRuns.RunCancelled;
import io.credithub.flow.breaks.BreakRuns.RunTurn;
import io.credithub.flow.breaks.BreakRuns.StartedRun;
import io.credithub.flow.rules.CycleDay;
import io.credithub.flow.rules.Policies;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what does not agree, a run at a time. Nothing that posts waits for a run: it reads moments
/// and writes at its end only, so a run that is stopped has done nothing.
public final class FindBreaks {
    private final BreakRuns runs;
    private final DiscrepancySources sources;
    private final BreakRulesBook rules;
    private final Policies policies;
    private final InstantSource clock;

    public FindBreaks(
            BreakRuns runs,
            DiscrepancySources sources,
            BreakRulesBook rules,
            Policies policies,
            InstantSource clock) {
        this.runs = runs;
        this.sources = sources;
        this.rules = rules;
        this.policies = policies;
        this.clock = clock;
    }

    /// From when on something is a break, as of any number of what records are matched by.
    /// Implemented by whoever keeps the matching files.
    @FunctionalInterface
    public interface BreakRulesBook {
        /// @param matching as a run has it
        Uni<MatchingRules> of(long matching);
    }

    /// Notes that somebody wants a run; [#work] does it.
    ///
    /// @return its number
    public Uni<Integer> ask(Jurisdiction within, @Nullable Integer schoolYear, String by) {
        boolean isWhole = within.covers(policies.rules().province());
        return runs.ask(new BreakScope(within, isWhole, schoolYear), by);
    }

    /// Does all runs that wait, unless another process is at it.
    ///
    /// @return fails with what stopped a run; the others are done at the next time
    public Uni<Void> work() {
        return runs.alone(this::each).replaceWithVoid();
    }

    private Uni<Void> each(RunTurn turn) {
        return Multi.createBy()
                .repeating()
                .uni(() ->
                        turn.next(clock.instant())
                                .call(run ->
                                        run.isEmpty()
                                                ? Uni.createFrom().voidItem()
                                                : run(turn, run.get())))
                .whilst(run -> run.isPresent())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> run(RunTurn turn, StartedRun run) {
        LocalDate day = policies.dayOf(clock.instant());
        CycleDay today = new CycleDay(day, policies.inForce().policy().terms().calendar());
        return rules.of(run.matching())
                .map(rules -> new BreakQuestion(run.scope(), run.matching(), rules, today))
                .chain(question -> steps(turn, run, question))
                .chain(() -> turn.settle(run, sources.aspects(), clock.instant()))
                .onFailure(RunCancelled.class)
                .recoverWithNull()
                .onFailure()
                .call(() -> turn.fail(run, clock.instant()));
    }

    private Uni<Void> steps(RunTurn turn, StartedRun run, BreakQuestion question) {
        List<DiscrepancySource> all = sources.all();
        int steps = all.size() + 1;
        Uni<Void> work = turn.advance(run, 0, steps);
        for (int i = 0; i < all.size(); i++) {
            DiscrepancySource source = all.get(i);
            int done = i + 1;
            work =
                    work.chain(() -> source.find(question, found -> turn.note(run, found)))
                            .chain(() -> turn.advance(run, done, steps));
        }
        return work;
    }
}
