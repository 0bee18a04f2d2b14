package io.credithub.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.Credits;
import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.reconcile.BreakSubject;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.domain.reconcile.Discrepancy.BothSides;
import io.credithub.domain.reconcile.Discrepancy.BreakPlace;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRun.BreakSum;
import io.credithub.flow.breaks.BreakRun.RunState;
import io.credithub.flow.breaks.BreakRuns;
import io.credithub.flow.breaks.BreakRuns.RunCancelled;
import io.credithub.flow.breaks.BreakRuns.RunTurn;
import io.credithub.flow.breaks.BreakRuns.StartedRun;
import io.credithub.flow.breaks.BreakScope;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One run after another, in the order in which they were asked for; what each leaves it leaves all
/// at once, at its end.
public abstract class BreakRunsContract {
    private static final Instant NOW = Instant.parse("2023-11-01T04:00:00Z");
    private static final Set<BreakAspect> RECORDS = Set.of(BreakAspect.RECORD);
    private static final int YEAR = 2022;

    /// Each test has a county of its own, since what a run does not find it closes.
    private static final AtomicInteger COUNTIES = new AtomicInteger(10);

    private final BreakRuns runs;
    private final String city = "15" + COUNTIES.incrementAndGet() + "00";
    private final Jurisdiction county = new Jurisdiction(city.substring(0, 4) + "05");

    protected BreakRunsContract(BreakRuns runs) {
        this.runs = runs;
    }

    @BeforeEach
    void nothingWaits() {
        for (BreakRun run : Steps.wait(runs.list(Jurisdiction.NATION, Integer.MAX_VALUE, 500))) {
            if (!run.state().isOver()) Steps.wait(runs.cancel(run.id()));
        }
    }

    private BreakScope scope(@Nullable Integer year) {
        return new BreakScope(county, false, year);
    }

    private int asked() {
        return Steps.wait(runs.ask(scope(YEAR), "a-key"));
    }

    private BreakRun run(int id) {
        return Steps.wait(told(id));
    }

    private Uni<BreakRun> told(int id) {
        return runs.find(id, county).map(found -> found.orElseThrow());
    }

    /// The next run does this.
    private void inTurn(BiFunction<RunTurn, StartedRun, Uni<Void>> work) {
        boolean isDone =
                Steps.wait(
                        runs.alone(turn ->
                                turn.next(NOW)
                                        .chain(next -> work.apply(turn, next.orElseThrow()))));
        assertThat(isDone).isTrue();
    }

    /// A run that finds these, and nothing else.
    private BreakRun settled(Discrepancy... found) {
        int id = asked();
        inTurn((turn, run) ->
                turn.advance(run, 0, 1)
                        .chain(() -> turn.note(run, List.of(found)))
                        .chain(() -> turn.advance(run, 1, 1))
                        .chain(() -> turn.settle(run, RECORDS, NOW)));
        return run(id);
    }

    private Discrepancy late(String record, BreakCode code, long ours, long theirs) {
        UUID key = UUID.nameUUIDFromBytes((county.divisionCode() + record).getBytes(UTF_8));
        return new Discrepancy(
                BreakSubject.ofRecord(BreakAspect.RECORD, key),
                new BreakPlace(0, county.divisionCode(), null, YEAR),
                null,
                null,
                BothSides.UNSTATED,
                BothSides.of(ours, theirs),
                List.of(),
                code,
                false,
                null);
    }

    @Test
    void whatWaitsIsNotAskedForTwice() {
        int first = asked();
        assertThat(asked()).isEqualTo(first);
        int other = Steps.wait(runs.ask(scope(null), "a-key"));
        assertThat(other).isGreaterThan(first);
        BreakRun waiting = run(first);
        assertThat(waiting.state()).isEqualTo(RunState.WAITING);
        assertThat(waiting.division()).isEqualTo(county.divisionCode());
        assertThat(waiting.schoolYear()).isEqualTo(YEAR);
        assertThat(waiting.askedBy()).isEqualTo("a-key");
        assertThat(run(other).schoolYear()).isNull();
        Steps.wait(runs.cancel(first));
        assertThat(asked()).isGreaterThan(other);
    }

    @Test
    void runsComeInTheOrderInWhichTheyWereAskedFor() {
        int first = asked();
        int second = Steps.wait(runs.ask(scope(null), "a-key"));
        List<Integer> came = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            inTurn((turn, run) -> {
                came.add(run.id());
                assertThat(run.scope().within()).isEqualTo(county);
                assertThat(run.scope().isWhole()).isFalse();
                return turn.settle(run, RECORDS, NOW);
            });
        }
        assertThat(came).containsExactly(first, second);
        boolean isDone =
                Steps.wait(
                        runs.alone(turn ->
                                turn.next(NOW)
                                        .invoke(next -> assertThat(next).isEmpty())
                                        .replaceWithVoid()));
        assertThat(isDone).isTrue();
    }

    @Test
    void nobodyElseRunsWhileOneIsUnderWay() {
        int id = asked();
        inTurn((turn, run) ->
                told(id).invoke(
                                underWay -> {
                                    assertThat(underWay.state()).isEqualTo(RunState.RUNNING);
                                    assertThat(underWay.startedAt()).isEqualTo(NOW);
                                })
                        .chain(() -> runs.alone(_ -> Uni.createFrom().voidItem()))
                        .invoke(isDone -> assertThat(isDone).isFalse())
                        .chain(() -> turn.settle(run, RECORDS, NOW)));
        assertThat(run(id).state()).isEqualTo(RunState.DONE);
        assertThat(Steps.wait(runs.alone(_ -> Uni.createFrom().voidItem()))).isTrue();
    }

    @Test
    void stepsAreTold() {
        int id = asked();
        inTurn((turn, run) ->
                turn.advance(run, 2, 7)
                        .chain(() -> told(id))
                        .invoke(underWay -> assertThat(underWay.stepsDone()).isEqualTo(2))
                        .chain(() -> turn.settle(run, RECORDS, NOW)));
        assertThat(run(id).steps()).isEqualTo(7);
        assertThat(run(id).stepsDone()).as("it is over").isEqualTo(7);
    }

    @Test
    void whatIsFoundIsOpenedOnceAndClosedWhenItIsGone() {
        Discrepancy one = late("A", BreakCode.NAME, 5_00, 3_00);
        Discrepancy other = late("B", BreakCode.NAME, 1_00, 1_50);
        BreakRun first = settled(one, other);
        assertThat(first.counts().opened()).isEqualTo(2);
        assertThat(first.counts().inQuestion()).isEqualTo(new Credits(2_50));
        assertThat(first.summary())
                .containsExactly(
                        new BreakSum(
                                county.divisionCode(),
                                BreakCode.NAME,
                                BreakCode.NAME.owner(),
                                BreakState.OPEN,
                                2,
                                new Credits(2_50)));
        BreakRun again = settled(one, other);
        assertThat(again.counts().found()).isEqualTo(2);
        assertThat(again.counts().opened()).isZero();
        BreakRun fewer = settled(other);
        assertThat(fewer.counts().corrected()).isEqualTo(1);
        BreakRun back = settled(one, other);
        assertThat(back.counts().reopened()).isEqualTo(1);
        assertThat(back.counts().opened()).isZero();
    }

    @Test
    void whatIsAnotherDifferenceNowIsChanged() {
        settled(late("A", BreakCode.NAME, 5_00, 3_00));
        BreakRun changed = settled(late("A", BreakCode.DIVISION, 5_00, 3_00));
        assertThat(changed.counts().changed()).isEqualTo(1);
        assertThat(changed.summary())
                .extracting(BreakSum::code)
                .containsExactly(BreakCode.DIVISION);
        assertThat(settled(late("A", BreakCode.DIVISION, 5_00, 2_00)).counts().changed())
                .isEqualTo(1);
    }

    @Test
    void ofTwoDifferencesOfOneSubjectTheFirstCodeIsKept() {
        BreakRun run =
                settled(
                        late("A", BreakCode.LATE, 0, 0),
                        late("A", BreakCode.NAME, 0, 0),
                        late("A", BreakCode.DIVISION, 0, 0));
        assertThat(run.summary()).extracting(BreakSum::code).containsExactly(BreakCode.NAME);
        assertThat(run.counts().found()).isEqualTo(1);
    }

    @Test
    void anAspectThatWasNotLookedAtIsLeftAlone() {
        settled(late("A", BreakCode.NAME, 0, 0));
        int id = asked();
        inTurn((turn, run) -> turn.settle(run, Set.of(BreakAspect.COPY), NOW));
        assertThat(run(id).counts().corrected()).isZero();
        assertThat(run(id).summary()).hasSize(1);
    }

    @Test
    void aRunThatIsCancelledLeavesNothing() {
        int id = asked();
        assertThatThrownBy(() ->
                        inTurn((turn, run) ->
                                turn.note(run, List.of(late("A", BreakCode.NAME, 0, 0)))
                                        .chain(() -> runs.cancel(id))
                                        .invoke(isCancelled -> assertThat(isCancelled).isTrue())
                                        .chain(() -> turn.advance(run, 1, 2))))
                .isInstanceOf(RunCancelled.class);
        assertThat(run(id).state()).isEqualTo(RunState.CANCELLED);
        assertThat(Steps.wait(runs.cancel(id))).as("twice").isFalse();
        assertThat(settled().counts().corrected()).as("nothing was opened").isZero();
    }

    @Test
    void whatStoppedHalfWayIsForgotten() {
        int id = asked();
        inTurn((turn, run) ->
                turn.note(run, List.of(late("A", BreakCode.NAME, 0, 0)))
                        .chain(() -> turn.fail(run, NOW)));
        assertThat(run(id).state()).isEqualTo(RunState.FAILED);
        assertThat(settled(late("B", BreakCode.NAME, 0, 0)).counts().found()).isEqualTo(1);
    }

    @Test
    void whatACrashInterruptedBeginsAnew() {
        int id = asked();
        inTurn((turn, run) ->
                turn.note(run, List.of(late("A", BreakCode.NAME, 0, 0)))
                        .chain(() -> turn.advance(run, 1, 2)));
        inTurn((turn, run) -> {
            assertThat(run.id()).isEqualTo(id);
            return told(id).invoke(underWay -> assertThat(underWay.stepsDone()).isZero())
                    .chain(() -> turn.settle(run, RECORDS, NOW));
        });
        assertThat(run(id).counts().found()).isZero();
    }

    @Test
    void aRunIsSeenByWhomItConcerns() {
        int id = asked();
        assertThat(Steps.wait(runs.find(id, new Jurisdiction(city)))).isPresent();
        assertThat(Steps.wait(runs.find(id, new Jurisdiction(city.substring(0, 4) + "06"))))
                .isEmpty();
        assertThat(Steps.wait(runs.find(Integer.MAX_VALUE, county))).isEmpty();
        int ofCity = Steps.wait(runs.ask(new BreakScope(new Jurisdiction(city), false, YEAR), "k"));
        assertThat(Steps.wait(runs.find(ofCity, county))).as("it looks at the county").isPresent();
        assertThat(Steps.wait(runs.list(county, Integer.MAX_VALUE, 2)))
                .extracting(BreakRun::id)
                .containsExactly(ofCity, id);
        assertThat(Steps.wait(runs.list(county, ofCity, 1)))
                .extracting(BreakRun::id)
                .containsExactly(id);
    }
}
