package io.credithub.flow;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the hashes of keys. Implemented by `hub.store`.
public interface KeyStore {
    Uni<Void> save(Stored key);

    /// @return also a revoked one
    Uni<Optional<Stored>> find(String id);

    /// Ordered by id.
    Uni<List<Stored>> all();

    /// @return whether there is such a key
    Uni<Boolean> revoke(String id);

    /// @param secretHash SHA-256 of the secret, which is 256 random bits
    record Stored(
            String id, byte[] secretHash, String label, Grant grant, @Nullable Instant revokedAt) {
        @Override
        public String toString() {
            return "Stored[" + id + "]";
        }
    }
}
