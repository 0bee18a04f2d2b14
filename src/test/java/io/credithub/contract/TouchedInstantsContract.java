package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.fixtures.Trainings;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.reconciliation.TouchedInstants;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who says the instant that others say is given when they become too many, and when it is so no
/// longer and they are held for it.
public abstract class TouchedInstantsContract {
    private static final long NANOS = 1_683_707_487_000_000_000L;

    private final Stores stores;
    private final TouchedInstants touched;
    private final Steps steps;

    protected TouchedInstantsContract(Stores stores, TouchedInstants touched) {
        this.stores = stores;
        this.touched = touched;
        this.steps = new Steps(stores);
    }

    private List<Integer> given() {
        List<Integer> given = new ArrayList<>();
        Steps.wait(
                touched.next(
                        Uni.createFrom().item(2),
                        teachers ->
                                Uni.createFrom().voidItem().invoke(() -> given.addAll(teachers))));
        return given;
    }

    /// Of one title of the province's system.
    private Arrival post(String record, int teacher, Form form, long nanos) {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival plain = steps.arrival(chunk, record, teacher, 1, 10);
        Valuation worth = Objects.requireNonNull(plain.copy().worth());
        Valuation online =
                new Valuation(
                        Trainings.course(Level.PROVINCE, form, "10", Grade.PASS),
                        worth.training(),
                        0,
                        worth.price(),
                        null);
        Arrival content = steps.arrival(chunk, record, teacher, 1, online);
        VersionOrder order = new VersionOrder(VersionOrder.Rank.UPDATED, nanos);
        Arrival arrival = new Arrival(content.copy(), order, teacher);
        steps.post(chunk, arrival);
        return arrival;
    }

    @Test
    void whoSaysTheInstantOfTooManyIsGiven() {
        int one = steps.teacher("T-1");
        int other = steps.teacher("T-2");
        post("A", one, Form.ONLINE, NANOS);
        assertThat(given()).doesNotContain(one);
        post("B", other, Form.ONLINE, NANOS);
        assertThat(given()).contains(one, other);
    }

    @Test
    void otherInstantsFullMinutesAndClassroomsAreNone() {
        int one = steps.teacher("T-1");
        int other = steps.teacher("T-2");
        long minute = NANOS - NANOS % 60_000_000_000L;
        post("A", one, Form.ONLINE, NANOS);
        post("B", other, Form.ONLINE, NANOS + 1);
        post("C", one, Form.ONLINE, minute);
        post("D", other, Form.ONLINE, minute);
        post("E", one, Form.CENTRALISED, NANOS);
        post("F", other, Form.CENTRALISED, NANOS);
        assertThat(given()).doesNotContain(one, other);
    }

    @Test
    void ofContentsItIsToldWhichAreTooManyAtOneInstant() {
        int one = steps.teacher("T-1");
        int other = steps.teacher("T-2");
        UUID first = post("A", one, Form.ONLINE, NANOS).copy().key();
        UUID second = post("B", other, Form.ONLINE, NANOS).copy().key();
        UUID alone = post("C", other, Form.ONLINE, NANOS + 1).copy().key();
        Set<UUID> all = Set.of(first, second, alone);
        assertThat(crowded(all, 2)).containsExactlyInAnyOrder(first, second);
        assertThat(crowded(all, 3)).isEmpty();
    }

    private Set<UUID> crowded(Set<UUID> records, int least) {
        return steps.looking(ledger ->
                ledger.contents(records)
                        .chain((List<RecordVersion> contents) -> ledger.crowded(contents, least)));
    }
}
