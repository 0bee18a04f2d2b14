package io.credithub.domain.recognition;

import static io.credithub.domain.recognition.ClaimState.RECOGNISED;
import static io.credithub.domain.recognition.ClaimState.RETURNED;
import static io.credithub.domain.recognition.ClaimState.REVOKED;
import static io.credithub.domain.recognition.ClaimState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.recognition.ClaimWorkflow.Actor;
import io.credithub.domain.recognition.ClaimWorkflow.Bar;
import io.credithub.domain.recognition.ClaimWorkflow.ClaimStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every state, act, hand and reason there is: small enough to try them all.
final class ProcedureTest {
    private static final int ALL = 6 * 7 * 2 * 2 * 2;

    private record Try(ClaimState now, ClaimAction act, Actor actor, boolean hasReason) {
        ClaimStep outcome() {
            return ClaimWorkflow.take(now, act, actor, hasReason);
        }

        boolean decides() {
            return act.office() == Party.COUNTY;
        }
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SUBMITTED  | RETURN    | RETURNED
                    SUBMITTED  | RECOGNISE | RECOGNISED
                    SUBMITTED  | REFUSE    | REFUSED
                    SUBMITTED  | WITHDRAW  | WITHDRAWN
                    RETURNED   | RESUBMIT  | SUBMITTED
                    RETURNED   | WITHDRAW  | WITHDRAWN
                    RECOGNISED | REVOKE    | REVOKED
                    """)
    void theCountyMayTakeEachOfTheSevenSteps(ClaimState now, ClaimAction act, ClaimState then) {
        Actor county = new Actor(Party.COUNTY, false);
        assertThat(ClaimWorkflow.take(now, act, county, true))
                .isEqualTo(new ClaimStep.NextState(then));
    }

    @Test
    void thereAreSevenStepsAndNoMore() {
        List<ClaimState> reached = new ArrayList<>();
        for (ClaimState now : ClaimState.values()) {
            for (ClaimAction act : ClaimAction.values())
                ClaimWorkflow.next(now, act).ifPresent(reached::add);
        }
        assertThat(reached).hasSize(7);
    }

    @Test
    void aSchoolNeverDecides() {
        everyTry(one -> {
            if (one.actor().office() != Party.SCHOOL || !one.decides()) return;
            assertThat(one.outcome())
                    .as("%s", one)
                    .isEqualTo(new ClaimStep.BarredStep(Bar.NOT_YOURS));
        });
    }

    @Test
    void whoSubmittedNeverDecides() {
        everyTry(one -> {
            if (!one.actor().hasSubmitted() || !one.decides()) return;
            assertThat(one.outcome()).as("%s", one).isInstanceOf(ClaimStep.BarredStep.class);
        });
    }

    @Test
    void whoeverSubmittedMayGoOnSubmittingAndWithdrawing() {
        everyTry(one -> {
            if (one.decides()) return;
            Actor stranger = new Actor(one.actor().office(), false);
            Try without = new Try(one.now(), one.act(), stranger, one.hasReason());
            assertThat(one.outcome()).as("%s", one).isEqualTo(without.outcome());
        });
    }

    @Test
    void whatGoesAgainstTheSchoolHasItsReason() {
        everyTry(one -> {
            if (one.hasReason() || !(one.outcome() instanceof ClaimStep.NextState done)) return;
            assertThat(done.state()).as("%s", one).isNotIn(RETURNED, ClaimState.REFUSED, REVOKED);
        });
    }

    @Test
    void onlyARecognitionIsRevokedAndOnlyAnOpenClaimIsDecided() {
        everyTry(one -> {
            if (!(one.outcome() instanceof ClaimStep.NextState done)) return;
            if (done.state() == REVOKED) assertThat(one.now()).isEqualTo(RECOGNISED);
            else assertThat(one.now().isOpen()).as("%s", one).isTrue();
            if (done.state() == RECOGNISED) assertThat(one.now()).isEqualTo(SUBMITTED);
        });
    }

    @Test
    void fromEveryStateAnEndIsReachedOrWorkGoesOn() {
        for (ClaimState state : ClaimState.values()) {
            long ways =
                    List.of(ClaimAction.values()).stream()
                            .map(act -> ClaimWorkflow.next(state, act))
                            .flatMap(Optional::stream)
                            .count();
            boolean isEnd = !state.isOpen() && state != RECOGNISED;
            assertThat(ways == 0).as("%s", state).isEqualTo(isEnd);
        }
    }

    private static void everyTry(Consumer<Try> law) {
        int tried = 0;
        for (ClaimState now : ClaimState.values()) {
            for (ClaimAction act : ClaimAction.values()) {
                for (Party office : Party.values()) {
                    for (int bits = 0; bits < 4; bits++) {
                        Actor actor = new Actor(office, (bits & 1) != 0);
                        law.accept(new Try(now, act, actor, (bits & 2) != 0));
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isEqualTo(ALL);
    }
}
