package io.credithub.flow.delivery;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Deliveries.FindingPlace;
import io.credithub.flow.delivery.Deliveries.NumberedFinding;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What had become of a delivery by a moment. Implemented by `hub.store`.
public interface KnownDeliveries {
    /// Without what is under way: that is not kept.
    Uni<Optional<DeliveryStatus>> find(long delivery, Instant asOf);

    /// What it had brought of a division's teachers.
    ///
    /// @return empty: nothing
    Uni<Optional<DeliveryShare>> share(long delivery, Jurisdiction within, Instant asOf);

    /// What was found, by position.
    ///
    /// @param most how many at most
    Uni<List<NumberedFinding>> findings(long delivery, FindingPlace after, int most, Instant asOf);
}
