package io.credithub.flow;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What has been delivered. Implemented by `hub.store`.
public interface Deliveries {
    /// With its differences and the rejected records behind them.
    Uni<Optional<DeliveryStatus>> find(long delivery);

    /// Newest first, without the records behind differences.
    ///
    /// @param feed of this feed only; null: of all
    /// @param before of deliveries below this number
    Uni<List<DeliveryStatus>> list(@Nullable String feed, long before, int most);

    /// In the order in which they were found.
    ///
    /// @param after of findings above this number
    Uni<List<Numbered>> findings(long delivery, long after, int most);

    /// @param number ascending: where a next page starts
    record Numbered(long number, FindingAt finding) {}
}
