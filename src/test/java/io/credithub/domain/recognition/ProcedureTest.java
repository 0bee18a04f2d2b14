package io.credithub.domain.recognition;

import static io.credithub.domain.recognition.ClaimState.RECOGNISED;
import static io.credithub.domain.recognition.ClaimState.RETURNED;
import static io.credithub.domain.recognition.ClaimState.REVOKED;
import static io.credithub.domain.recognition.ClaimState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.recognition.Procedure.Actor;
import io.credithub.domain.recognition.Procedure.Bar;
import io.credithub.domain.recognition.Procedure.Outcome;
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

    private record Try(ClaimState now, Act act, Actor actor, boolean hasReason) {
        Outcome outcome() {
            return Procedure.take(now, act, actor, hasReason);
        }

        boolean decides() {
            return act.office() == Office.COUNTY;
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
    void theCountyMayTakeEachOfTheSevenSteps(ClaimState now, Act act, ClaimState then) {
        Actor county = new Actor(Office.COUNTY, false);
        assertThat(Procedure.take(now, act, county, true)).isEqualTo(new Outcome.Done(then));
    }

    @Test
    void thereAreSevenStepsAndNoMore() {
        List<ClaimState> reached = new ArrayList<>();
        for (ClaimState now : ClaimState.values()) {
            for (Act act : Act.values()) Procedure.next(now, act).ifPresent(reached::add);
        }
        assertThat(reached).hasSize(7);
    }

    @Test
    void aSchoolNeverDecides() {
        everyTry(one -> {
            if (one.actor().office() != Office.SCHOOL || !one.decides()) return;
            assertThat(one.outcome()).as("%s", one).isEqualTo(new Outcome.Barred(Bar.NOT_YOURS));
        });
    }

    @Test
    void whoSubmittedNeverDecides() {
        everyTry(one -> {
            if (!one.actor().hasSubmitted() || !one.decides()) return;
            assertThat(one.outcome()).as("%s", one).isInstanceOf(Outcome.Barred.class);
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
            if (one.hasReason() || !(one.outcome() instanceof Outcome.Done done)) return;
            assertThat(done.state()).as("%s", one).isNotIn(RETURNED, ClaimState.REFUSED, REVOKED);
        });
    }

    @Test
    void onlyARecognitionIsRevokedAndOnlyAnOpenClaimIsDecided() {
        everyTry(one -> {
            if (!(one.outcome() instanceof Outcome.Done done)) return;
            if (done.state() == REVOKED) assertThat(one.now()).isEqualTo(RECOGNISED);
            else assertThat(one.now().isOpen()).as("%s", one).isTrue();
            if (done.state() == RECOGNISED) assertThat(one.now()).isEqualTo(SUBMITTED);
        });
    }

    @Test
    void fromEveryStateAnEndIsReachedOrWorkGoesOn() {
        for (ClaimState state : ClaimState.values()) {
            long ways =
                    List.of(Act.values()).stream()
                            .map(act -> Procedure.next(state, act))
                            .flatMap(Optional::stream)
                            .count();
            boolean isEnd = !state.isOpen() && state != RECOGNISED;
            assertThat(ways == 0).as("%s", state).isEqualTo(isEnd);
        }
    }

    private static void everyTry(Consumer<Try> law) {
        int tried = 0;
        for (ClaimState now : ClaimState.values()) {
            for (Act act : Act.values()) {
                for (Office office : Office.values()) {
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
