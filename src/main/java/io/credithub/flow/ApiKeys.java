package io.credithub.flow;

import io.smallrye.mutiny.Uni;

/// Gives keys out and takes them back. Implemented by `hub.security`.
public interface ApiKeys {
    /// @param label for the operators: who holds it
    Uni<Issued> issue(Grant grant, String label);

    /// @return whether there was such a key; it opens nothing any more, at the latest after 30
    ///   seconds in other processes
    Uni<Boolean> revoke(String id);

    /// A new key. Its text is shown this once: the hub keeps a hash only.
    ///
    /// @param id not secret; names the key when it is taken back
    /// @param key `hub_<id>_<secret>`
    record Issued(String id, String key) {
        /// A key is never printed.
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }
}
