package io.credithub.apart.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.Credits;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRun.BreakSum;
import io.credithub.flow.breaks.BreakRun.RunCounts;
import io.credithub.flow.breaks.BreakRun.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The bench does not believe a run that finds something else than was planted.
final class ReconcileWorkTest {
    private static BreakRun run(long hours, long corrected) {
        Credits none = new Credits(0);
        return new BreakRun(
                1,
                "140000",
                2025,
                "bench",
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                RunState.DONE,
                1,
                1,
                new RunCounts(8, hours, 0, 0, 0, corrected, none),
                null,
                List.of(sum("140105", 1), sum("140106", hours - 1)));
    }

    private static BreakSum sum(String county, long breaks) {
        return new BreakSum(
                county,
                BreakCode.HOURS,
                BreakOwner.SOURCE,
                BreakState.OPEN,
                breaks,
                new Credits(0));
    }

    @Test
    void whatWasPlantedIsAdded() {
        assertThatCode(() -> ReconcileWork.requireAll(run(3, 0), Map.of(BreakCode.HOURS, 3L)))
                .doesNotThrowAnyException();
    }

    @Test
    void oneTooFewIsAFailure() {
        assertThatThrownBy(() -> ReconcileWork.requireAll(run(3, 0), Map.of(BreakCode.HOURS, 4L)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("HOURS=3");
    }

    @Test
    void aCodeThatNobodyPlantedIsAFailure() {
        assertThatThrownBy(() -> ReconcileWork.requireAll(run(3, 0), Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRunThatClosesSomethingWhereNothingChangedIsAFailure() {
        assertThatCode(() -> ReconcileWork.requireNothingNew(run(3, 0))).doesNotThrowAnyException();
        assertThatThrownBy(() -> ReconcileWork.requireNothingNew(run(3, 1)))
                .isInstanceOf(IllegalStateException.class);
    }
}
