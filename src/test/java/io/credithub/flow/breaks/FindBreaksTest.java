package io.credithub.flow.breaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.BreakSubject;
import io.credithub.domain.reconcile.Classification;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.domain.reconcile.Discrepancy.BothSides;
import io.credithub.domain.reconcile.Discrepancy.BreakPlace;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.fakes.OnePolicy;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakRuns.RunCancelled;
import io.credithub.flow.breaks.BreakRuns.RunTurn;
import io.credithub.flow.breaks.BreakRuns.StartedRun;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The order of a run: what is asked, when it is written, and what becomes of one that stops.
final class FindBreaksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Jurisdiction COUNTY = new Jurisdiction("140105");

    private final ToldRuns runs = new ToldRuns();
    private final Finding first = new Finding("first", BreakAspect.COPY);
    private final Finding second = new Finding("second", BreakAspect.HOLD);
    private final FindBreaks find =
            new FindBreaks(
                    runs,
                    new DiscrepancySources(List.of(first, second)),
                    _ -> Uni.createFrom().item(MatchingRules.DEFAULT),
                    new OnePolicy(RuleSets.shanxi().main().policy()),
                    InstantSource.fixed(Instant.parse("2023-11-01T04:00:00Z")));

    /// Runs of which a list says what happened.
    private static final class ToldRuns implements BreakRuns, RunTurn {
        private final List<String> told = new ArrayList<>();
        private final Queue<StartedRun> waiting = new ArrayDeque<>();
        private boolean isTaken;
        private int cancelled;

        @Override
        public Uni<Integer> ask(BreakScope scope, String by) {
            waiting.add(new StartedRun(waiting.size() + 1, scope, 0));
            return Uni.createFrom().item(waiting.size());
        }

        @Override
        public Uni<Optional<BreakRun>> find(int id, Jurisdiction within) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<BreakRun>> list(Jurisdiction within, int before, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> cancel(int id) {
            cancelled = id;
            return Uni.createFrom().item(true);
        }

        @Override
        public Uni<Boolean> alone(Function<RunTurn, Uni<Void>> work) {
            return isTaken ? Uni.createFrom().item(false) : work.apply(this).replaceWith(true);
        }

        @Override
        public Uni<Optional<StartedRun>> next(Instant now) {
            return Uni.createFrom().item(Optional.ofNullable(waiting.poll()));
        }

        @Override
        public Uni<Void> advance(StartedRun run, int done, int steps) {
            return tell(run, done + " of " + steps);
        }

        @Override
        public Uni<Void> note(StartedRun run, List<Discrepancy> found) {
            return tell(run, "found " + found.size());
        }

        @Override
        public Uni<Void> settle(StartedRun run, Set<BreakAspect> aspects, Instant now) {
            return tell(run, "settled " + aspects);
        }

        @Override
        public Uni<Void> fail(StartedRun run, Instant now) {
            told.add(run.id() + " failed");
            return Uni.createFrom().voidItem();
        }

        private Uni<Void> tell(StartedRun run, String what) {
            if (run.id() == cancelled) return Uni.createFrom().failure(new RunCancelled(run.id()));
            told.add(run.id() + " " + what);
            return Uni.createFrom().voidItem();
        }
    }

    /// Finds one difference each time, or fails.
    private final class Finding implements DiscrepancySource {
        private final String name;
        private final BreakAspect aspect;
        private @Nullable RuntimeException failure;

        Finding(String name, BreakAspect aspect) {
            this.name = name;
            this.aspect = aspect;
        }

        @Override
        public Set<BreakAspect> aspects() {
            return Set.of(aspect);
        }

        @Override
        public Uni<Void> find(BreakQuestion question, Function<List<Discrepancy>, Uni<Void>> note) {
            runs.told.add(name + " asked for " + question.scope().schoolYear());
            if (failure != null) return Uni.createFrom().failure(failure);
            Classification as = Classification.ofWaiting(false, null);
            return note.apply(
                    List.of(
                            new Discrepancy(
                                    BreakSubject.ofPlace(1, 1),
                                    BreakPlace.ofNobody(2022),
                                    null,
                                    null,
                                    BothSides.UNSTATED,
                                    BothSides.UNSTATED,
                                    as.fields(),
                                    as.code(),
                                    false,
                                    null)));
        }
    }

    private void ask() {
        find.ask(COUNTY, 2022, "a key").await().atMost(PATIENCE);
    }

    private void work() {
        find.work().await().atMost(PATIENCE);
    }

    @Test
    void allAreAskedBeforeAnythingIsSettled() {
        ask();
        work();
        assertThat(runs.told)
                .containsExactly(
                        "1 0 of 3",
                        "first asked for 2022",
                        "1 found 1",
                        "1 1 of 3",
                        "second asked for 2022",
                        "1 found 1",
                        "1 2 of 3",
                        "1 settled [COPY, HOLD]");
    }

    @Test
    void runsThatWaitAreDoneOneAfterTheOther() {
        ask();
        ask();
        work();
        assertThat(runs.told)
                .filteredOn(line -> line.contains("settled"))
                .containsExactly("1 settled [COPY, HOLD]", "2 settled [COPY, HOLD]");
    }

    @Test
    void whileAnotherProcessIsAtItNothingIsDone() {
        ask();
        runs.isTaken = true;
        work();
        assertThat(runs.told).isEmpty();
    }

    @Test
    void aRunThatStopsSettlesNothing() {
        second.failure = new Unavailable("the database is gone", new IllegalStateException());
        ask();
        assertThatThrownBy(this::work).isInstanceOf(Unavailable.class);
        assertThat(runs.told).last().isEqualTo("1 failed");
        assertThat(runs.told).noneMatch(line -> line.contains("settled"));
    }

    @Test
    void aCancelledRunIsLeftAndTheNextOneIsDone() {
        ask();
        ask();
        runs.cancelled = 1;
        work();
        assertThat(runs.told).noneMatch(line -> line.startsWith("1 "));
        assertThat(runs.told).last().isEqualTo("2 settled [COPY, HOLD]");
    }

    @Test
    void noAspectIsFoundByTwo() {
        assertThatThrownBy(() -> new DiscrepancySources(List.of(first, first)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
