package io.credithub.store.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.store.sealing.Sealed;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What a school sent, by the number of the revision.
@Entity
@Immutable
@Table(name = Sealed.CLAIM_BODY)
@SuppressWarnings("NullAway.Init")
class BodyRow {
    @EmbeddedId
    @AttributeOverride(name = "no", column = @Column(name = "revision"))
    private ClaimPart id;

    private byte[] body;

    /// The key that it is sealed by; null: an earlier hub wrote it in clear.
    @Column(name = "body_key")
    private @Nullable Short key;

    /// For Hibernate.
    BodyRow() {}

    static BodyRow of(Sealed sealed, long claim, int revision, String json) {
        BodyRow row = new BodyRow();
        row.id = new ClaimPart(claim, revision);
        row.body =
                sealed.claim(Sealed.CLAIM_BODY, claim, revision, json.getBytes(UTF_8)).getBytes();
        row.key = sealed.key();
        return row;
    }

    String text(Sealed sealed) {
        byte[] clear =
                key == null ? body : sealed.openClaim(Sealed.CLAIM_BODY, id.claim(), id.no(), body);
        return new String(clear, UTF_8);
    }
}
