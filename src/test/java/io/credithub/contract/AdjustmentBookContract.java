package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.adjustment.AdjustmentAct;
import io.credithub.domain.adjustment.AdjustmentState;
import io.credithub.domain.ledger.Arrival;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.adjustment.AdjustmentBook;
import io.credithub.flow.adjustment.AdjustmentBook.NewAdjustment;
import io.credithub.flow.adjustment.AdjustmentBook.OpenAdjustment;
import io.credithub.flow.adjustment.AdjustmentBook.Signed;
import io.credithub.flow.delivery.LandedChunk;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is proposed about a content is kept, one at a time, and its steps move it.
public abstract class AdjustmentBookContract {
    private static final Jurisdiction COUNTY = new Jurisdiction(Steps.COUNTY);
    private static final Jurisdiction ANOTHER = new Jurisdiction("140106");
    private static final Signed BY = new Signed("first", "REGISTRAR", "核对");

    private final Stores stores;
    private final Steps steps;
    private final AdjustmentBook book;

    protected AdjustmentBookContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
        this.book = stores.adjustmentBook();
    }

    private UUID posted(String record, int teacher) {
        LandedChunk chunk = stores.land(Stores.VENDOR, 1);
        Arrival arrival = steps.arrival(chunk, record, teacher, 1, 30);
        steps.post(chunk, arrival);
        return Steps.key(arrival);
    }

    private long proposed(UUID record) {
        NewAdjustment made =
                new NewAdjustment(
                        record, 1, new Credits(700), new Credits(1_000), true, "证书", null);
        return steps.underLock(ledger -> book.propose(ledger, made, BY));
    }

    private void take(long id, AdjustmentAct act) {
        Signed by = new Signed("second", "OPERATOR", "同意");
        steps.underLock(ledger -> book.take(ledger, id, act, by));
    }

    private @Nullable OpenAdjustment found(long id, Jurisdiction within) {
        return steps.looking(ledger -> book.find(ledger, id, within));
    }

    private boolean isOpen(UUID record) {
        return steps.looking(ledger -> book.isOpen(ledger, record, 1));
    }

    @Test
    void aRecordIsItsTeachersAndSeenWithinTheCounty() {
        int teacher = steps.teacher("T");
        UUID record = posted("r", teacher);
        assertThat(steps.<@Nullable Integer>looking(ledger -> book.owner(ledger, record, COUNTY)))
                .isEqualTo(teacher);
        assertThat(steps.<@Nullable Integer>looking(ledger -> book.owner(ledger, record, ANOTHER)))
                .isNull();
    }

    @Test
    void aProposalIsKeptAndFoundWithinTheCounty() {
        UUID record = posted("r", steps.teacher("T"));
        assertThat(isOpen(record)).isFalse();
        long id = proposed(record);
        assertThat(found(id, COUNTY))
                .isEqualTo(
                        new OpenAdjustment(
                                AdjustmentState.PROPOSED, record, 1, new Credits(700), "first"));
        assertThat(found(id, ANOTHER)).isNull();
        assertThat(isOpen(record)).isTrue();
    }

    @Test
    void stepsMoveItAndTheNextCanBeProposed() {
        UUID record = posted("r", steps.teacher("T"));
        long refused = proposed(record);
        take(refused, AdjustmentAct.REFUSE);
        assertThat(isOpen(record)).isFalse();
        long posted = proposed(record);
        take(posted, AdjustmentAct.CONFIRM);
        assertThat(isOpen(record)).isTrue();
        take(posted, AdjustmentAct.REVOKE);
        assertThat(isOpen(record)).isFalse();
        OpenAdjustment told = found(posted, COUNTY);
        assertThat(told).isNotNull();
        assertThat(told.state()).isEqualTo(AdjustmentState.REVOKED);
    }
}
