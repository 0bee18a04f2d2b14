package io.credithub.flow.delivery;

import io.smallrye.mutiny.Uni;

/// Keeps a sender's key to the one body that it was first used with.
///
/// A key is claimed before the body is landed. A crash in between is harmless: the sender tries
/// again with the same key and body, the claim stands, and the same bytes are the same delivery.
public interface Idempotency {
    /// What a key turns out to stand for.
    enum KeyUse {
        FIRST,
        AGAIN,
        OTHER_BODY
    }

    /// Whether somebody has claimed the key: then a body with it is one that the hub has seen, or
    /// is refused.
    Uni<Boolean> isKnown(String feed, String key);

    /// @param sha256 of the body as it lands
    Uni<KeyUse> claim(String feed, String key, byte[] sha256);
}
