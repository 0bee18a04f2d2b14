package io.credithub.flow.delivery;

import io.smallrye.mutiny.Uni;

/// Makes a delivery safe. Implemented by `hub.store`.
public interface Landing {
    /// Stores the bytes unchanged, in chunks, writes the receipt and moves the feed's cursor, all
    /// in one transaction. The same bytes from the same feed again give the first receipt, marked
    /// as repeated, and still move the cursor.
    ///
    /// @return fails with [LeaseLost], and nothing is stored, if the feed's fence is no longer the
    ///   one of the delivery's cursor move
    Uni<Receipt> land(Delivery delivery);
}
