package io.credithub.flow;

import java.util.List;

/// Writes figures as CSV. Implemented by `hub.report`.
public interface Reports {
    /// One line a feed, and the sum.
    String feeds(Reconciliation proof);

    String counties(Reconciliation proof);

    String years(Reconciliation proof);

    String deliveries(List<DeliveryStatus> deliveries);
}
