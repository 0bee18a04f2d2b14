package io.credithub.flow.delivery;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/// Receipts that were given. Implemented by `hub.store`.
public interface Receipts {
    /// @param sha256 of the bytes
    /// @return the receipt, marked as repeated; null if these bytes of this feed never landed
    Uni<@Nullable Receipt> find(String feed, byte[] sha256);
}
