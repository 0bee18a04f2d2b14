package io.credithub.store.access;

import io.credithub.flow.access.KeyStore.Stored;
import io.credithub.store.connection.FreeText;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// A key from the day it is made to the day it is taken back: nothing else happens to it. When it
/// was last used is written of many keys at once, and is no business of this.
@Entity
@Table(name = "api_key")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
class ApiKeyRow {
    @Id private String id;

    @Column(name = "secret_hash", updatable = false)
    private byte[] secretHash;

    @Column(updatable = false)
    private String label;

    @Embedded private PermissionColumns grant;

    @Column(name = "created_at", updatable = false)
    private Instant madeAt;

    @Column(name = "expires_at", updatable = false)
    private @Nullable Instant expiresAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at", insertable = false)
    private @Nullable Instant revokedAt;

    @Version private int version;

    /// For Hibernate.
    ApiKeyRow() {}

    static ApiKeyRow made(Stored key) {
        ApiKeyRow row = new ApiKeyRow();
        row.id = key.id();
        row.secretHash = key.secretHash();
        row.label = Objects.requireNonNull(FreeText.of(key.label()));
        row.grant = PermissionColumns.of(key.grant());
        row.madeAt = key.madeAt();
        row.expiresAt = key.expiresAt();
        return row;
    }

    /// It opens nothing from now on. The first time counts.
    void revoke(Instant now) {
        if (revokedAt == null) revokedAt = now;
    }

    Stored stored() {
        return new Stored(
                id, secretHash, label, grant.grant(), madeAt, expiresAt, lastUsedAt, revokedAt);
    }
}
