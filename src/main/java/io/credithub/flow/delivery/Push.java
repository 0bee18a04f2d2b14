package io.credithub.flow.delivery;

import io.smallrye.mutiny.Uni;

/// Hands over what somebody pushes, by the way that the feed's route describes. Implemented by
/// `hub.source`.
public interface Push {
    /// @return the receipt, once the delivery is safe; fails with [Unavailable] if it could not be
    ///   made safe now: the same bytes again are harmless
    Uni<Receipt> push(Delivery delivery);
}
