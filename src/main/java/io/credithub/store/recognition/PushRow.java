package io.credithub.store.recognition;

import io.credithub.flow.recognition.ClaimNumber;
import io.credithub.flow.recognition.ClaimOutbox.Pending;
import io.credithub.store.sealing.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// The records that a decision makes, by the number of its event: open for as long as no delivery
/// is known.
@Entity
@Table(name = Sealed.CLAIM_PUSH)
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
class PushRow {
    @EmbeddedId private ClaimPart id;

    @Column(updatable = false)
    private byte[] payload;

    /// The key that it is sealed by; null: an earlier hub wrote it in clear.
    @Column(name = "payload_key", updatable = false)
    private @Nullable Short key;

    @Column(name = "delivery_id", insertable = false)
    private @Nullable Long delivery;

    @Version private int version;

    /// For Hibernate.
    PushRow() {}

    static PushRow of(Sealed sealed, long claim, int no, byte[] payload) {
        PushRow row = new PushRow();
        row.id = new ClaimPart(claim, no);
        row.payload = sealed.claim(Sealed.CLAIM_PUSH, claim, no, payload).getBytes();
        row.key = sealed.key();
        return row;
    }

    /// It is there. The same bytes are the same delivery, so twice is once.
    void landed(long as) {
        delivery = as;
    }

    Pending pending(Sealed sealed) {
        byte[] clear =
                key == null
                        ? payload
                        : sealed.openClaim(Sealed.CLAIM_PUSH, id.claim(), id.no(), payload);
        return new Pending(new ClaimNumber(id.claim()), id.no(), clear);
    }
}
