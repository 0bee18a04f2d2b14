package io.credithub.flow.reconciliation;

import io.credithub.flow.delivery.DeliveryShare;
import io.credithub.flow.delivery.DeliveryStatus;
import java.util.List;

/// Writes figures as CSV. Implemented by `hub.report`.
public interface Reports {
    /// One line a feed, and the sum.
    String feeds(Reconciliation proof);

    /// What each feed has given a division, and the sum.
    String feedShares(DivisionProof proof);

    String counties(List<PlaceSums> counties);

    String years(List<PlaceSums> years);

    String deliveries(List<DeliveryStatus> deliveries);

    String deliveryShares(List<DeliveryShare> deliveries);
}
