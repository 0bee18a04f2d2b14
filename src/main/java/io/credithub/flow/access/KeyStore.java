package io.credithub.flow.access;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the hashes of keys. Implemented by `hub.store`.
public interface KeyStore {
    Uni<Void> save(Stored key);

    /// @return also those revoked or expired; none of an id that is not known
    Uni<List<Stored>> find(Collection<String> ids);

    /// @return also a revoked one
    default Uni<Optional<Stored>> find(String id) {
        return find(List.of(id)).map(found -> found.stream().findFirst());
    }

    /// Ordered by id.
    Uni<List<Stored>> all();

    /// @return whether there is such a key
    Uni<Boolean> revoke(String id);

    /// Notes when keys were last used. A time that is earlier than the one that is kept changes
    /// nothing.
    ///
    /// @param lastUses by id
    Uni<Void> used(Map<String, Instant> lastUses);

    /// @param secretHash SHA-256 of the secret, which is 256 random bits
    /// @param madeAt by the hub's clock
    /// @param expiresAt the first moment at which it opens nothing; null: never
    /// @param lastUsedAt to the minute; null: not yet
    record Stored(
            String id,
            byte[] secretHash,
            String label,
            Permission grant,
            Instant madeAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {
        /// How long before its end a key is told to end soon, at most; a key for a shorter time, in
        /// the last fifth of it.
        public static final Duration NOTICE = Duration.ofDays(14);

        private static final int NOTICE_PART = 5;

        /// A key that has just been made.
        public static Stored made(
                String id, byte[] secretHash, String label, Permission grant, Instant now) {
            return new Stored(id, secretHash, label, grant, now, null, null, null);
        }

        public Stored until(@Nullable Instant end) {
            return new Stored(id, secretHash, label, grant, madeAt, end, lastUsedAt, revokedAt);
        }

        public Stored revoked(Instant at) {
            return new Stored(id, secretHash, label, grant, madeAt, expiresAt, lastUsedAt, at);
        }

        public Stored used(Instant at) {
            return new Stored(id, secretHash, label, grant, madeAt, expiresAt, at, revokedAt);
        }

        public boolean hasExpired(Instant now) {
            return expiresAt != null && !now.isBefore(expiresAt);
        }

        /// Whether it opens something now.
        public boolean isOpen(Instant now) {
            return revokedAt == null && !hasExpired(now);
        }

        /// Whether it opens something, and will not for long.
        public boolean endsSoon(Instant now) {
            if (expiresAt == null || !isOpen(now)) return false;
            Duration part = Duration.between(madeAt, expiresAt).dividedBy(NOTICE_PART);
            Duration notice = part.compareTo(NOTICE) < 0 ? part : NOTICE;
            return !now.isBefore(expiresAt.minus(notice));
        }

        @Override
        public String toString() {
            return "Stored[" + id + "]";
        }
    }
}
