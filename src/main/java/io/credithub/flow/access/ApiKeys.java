package io.credithub.flow.access;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Gives keys out and takes them back. Implemented by `hub.security`.
public interface ApiKeys {
    /// A key without an end.
    default Uni<IssuedKey> issue(Permission grant, String label) {
        return issue(grant, label, null);
    }

    /// @param label for the operators: who holds it
    /// @param expiresAt the first moment at which it opens nothing; null: never
    Uni<IssuedKey> issue(Permission grant, String label, @Nullable Instant expiresAt);

    /// @return whether there was such a key; whoever shows it from then on is refused, in every
    ///   process
    Uni<Boolean> revoke(String id);

    /// A new key. Its text is shown this once: the hub keeps a hash only.
    ///
    /// @param id not secret; names the key when it is taken back
    /// @param key `hub_<id>_<secret>`
    record IssuedKey(String id, String key) {
        /// A key is never printed.
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }
}
