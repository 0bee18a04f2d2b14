package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.reconcile.BreakAction;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakActs;
import io.credithub.flow.breaks.BreakActs.BarredBreak;
import io.credithub.flow.breaks.BreakActs.BreakDeed;
import io.credithub.flow.breaks.BreakActs.BulkDeed;
import io.credithub.flow.breaks.Breaks.BreakFilter;
import io.credithub.flow.result.Outcome;
import io.credithub.testing.AtOnce;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is done about a break is done once, wholly, by whom it is theirs to do, and stays told.
public abstract class BreakActsContract {
    private final BreakActs acts;

    /// A county in which no other test has anything.
    private final String county =
            "14%04d".formatted(ThreadLocalRandom.current().nextInt(1_000, 10_000));

    private final Jurisdiction within = new Jurisdiction(county);

    protected BreakActsContract(BreakActs acts) {
        this.acts = acts;
    }

    /// A break of this county, seen first just now.
    protected abstract void plant(UUID identity, String division, BreakState state);

    /// Of each event `kind by from>to owner assignee note`, in order.
    protected abstract List<String> history(UUID identity);

    private UUID planted(BreakState state) {
        UUID identity = UUID.randomUUID();
        plant(identity, county, state);
        return identity;
    }

    private static BreakDeed deed(BreakAction action) {
        return deed(action, null, null);
    }

    private static BreakDeed deed(
            BreakAction action, @Nullable String assignee, @Nullable BreakOwner owner) {
        return new BreakDeed(action, "理由", assignee, owner, "a-key");
    }

    private Outcome<BreakState, BarredBreak> act(UUID identity, BreakDeed deed) {
        return Steps.wait(acts.act(identity, within, deed));
    }

    @Test
    void whatIsDoneIsToldWithWhereItLed() {
        UUID one = planted(BreakState.OPEN);
        assertThat(act(one, deed(BreakAction.ASSIGN, "科室", null)))
                .isEqualTo(Outcome.done(BreakState.OPEN));
        assertThat(act(one, deed(BreakAction.CHANGE_OWNER, null, BreakOwner.SCHOOL)))
                .isEqualTo(Outcome.done(BreakState.OPEN));
        assertThat(act(one, deed(BreakAction.ACCEPT))).isEqualTo(Outcome.done(BreakState.ACCEPTED));
        assertThat(act(one, deed(BreakAction.REOPEN))).isEqualTo(Outcome.done(BreakState.OPEN));
        assertThat(history(one))
                .containsExactly(
                        "ASSIGN a-key OPEN>OPEN null 科室 理由",
                        "CHANGE_OWNER a-key OPEN>OPEN SCHOOL null 理由",
                        "ACCEPT a-key OPEN>ACCEPTED null null 理由",
                        "REOPEN a-key ACCEPTED>OPEN null null 理由");
    }

    @Test
    void whatIsNotPossibleIsNotDone() {
        UUID one = planted(BreakState.OPEN);
        assertThat(act(one, deed(BreakAction.REOPEN)))
                .isEqualTo(Outcome.refused(new BarredBreak(one, BreakState.OPEN)));
        assertThat(history(one)).isEmpty();
    }

    @Test
    void aBreakOfAnotherDivisionIsNotThere() {
        UUID one = planted(BreakState.OPEN);
        Jurisdiction elsewhere = new Jurisdiction("990101");
        assertThat(Steps.wait(acts.act(one, elsewhere, deed(BreakAction.ACCEPT))))
                .isEqualTo(Outcome.notFound());
        assertThat(Steps.wait(acts.actAll(List.of(one), elsewhere, deed(BreakAction.ACCEPT))))
                .isEqualTo(new BulkDeed(0, List.of(new BarredBreak(one, null)), false));
        assertThat(history(one)).isEmpty();
    }

    @Test
    void ofManyWhoAcceptAtOnceOneDoes() {
        UUID one = planted(BreakState.OPEN);
        List<Outcome<BreakState, BarredBreak>> told =
                AtOnce.told(_ -> acts.act(one, within, deed(BreakAction.ACCEPT)));
        assertThat(told).filteredOn(Outcome.done(BreakState.ACCEPTED)::equals).hasSize(1);
        assertThat(history(one)).hasSize(1);
    }

    @Test
    void ofManyWhatIsPossibleIsDone() {
        UUID open = planted(BreakState.OPEN);
        UUID closed = planted(BreakState.CORRECTED);
        UUID nobody = UUID.randomUUID();
        BulkDeed told =
                Steps.wait(
                        acts.actAll(
                                List.of(open, closed, nobody, open),
                                within,
                                deed(BreakAction.ACCEPT)));
        assertThat(told.done()).isEqualTo(1);
        assertThat(told.barred())
                .containsExactlyInAnyOrder(
                        new BarredBreak(closed, BreakState.CORRECTED),
                        new BarredBreak(nobody, null));
        assertThat(history(open)).containsExactly("ACCEPT a-key OPEN>ACCEPTED null null 理由");
        assertThat(history(closed)).isEmpty();
        assertThat(act(open, deed(BreakAction.REOPEN))).isEqualTo(Outcome.done(BreakState.OPEN));
    }

    /// One statement and one entity come to the same.
    @Test
    void manyComeToTheSameAsOneAfterTheOther() {
        for (BreakAction action : BreakAction.values()) {
            for (BreakState state : BreakState.values()) {
                BreakDeed deed = deed(action, "科室", BreakOwner.SCHOOL);
                UUID alone = planted(state);
                UUID amongMany = planted(state);
                act(alone, deed);
                Steps.wait(acts.actAll(List.of(amongMany), within, deed));
                assertThat(history(amongMany))
                        .as("%s of %s", action, state)
                        .isEqualTo(history(alone));
                act(alone, deed(BreakAction.COMMENT));
                act(amongMany, deed(BreakAction.COMMENT));
                assertThat(history(amongMany))
                        .as("%s of %s", action, state)
                        .isEqualTo(history(alone));
            }
        }
    }

    @Test
    void aFilterNamesThoseInItsStateAndDivision() {
        UUID open = planted(BreakState.OPEN);
        UUID accepted = planted(BreakState.ACCEPTED);
        BulkDeed told =
                Steps.wait(
                        acts.actAll(filter(BreakState.OPEN), deed(BreakAction.ASSIGN, "科室", null)));
        assertThat(told).isEqualTo(new BulkDeed(1, List.of(), false));
        assertThat(history(open)).hasSize(1);
        assertThat(history(accepted)).isEmpty();
    }

    private BreakFilter filter(BreakState state) {
        return new BreakFilter(within, state, null, null, null, null, null, null, null, null);
    }

    @Test
    void anIdNumberInAReasonIsNotKept() {
        UUID one = planted(BreakState.OPEN);
        String reason = "证件 11010519491231002X";
        act(one, new BreakDeed(BreakAction.COMMENT, reason, null, null, "a-key"));
        BreakDeed assigning = new BreakDeed(BreakAction.ASSIGN, reason, reason, null, "a-key");
        act(one, assigning);
        Steps.wait(acts.actAll(List.of(one), within, assigning));
        assertThat(history(one)).hasSize(3).noneMatch(event -> event.contains("11010519491231"));
    }
}
