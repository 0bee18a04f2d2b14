package io.credithub.flow.processing;

import io.credithub.flow.delivery.Delivery;
import io.smallrye.mutiny.Uni;

/// Tells what would become of a delivery, and stores nothing.
public interface DryRun {
    Uni<DryRunReport> tell(Delivery delivery);
}
