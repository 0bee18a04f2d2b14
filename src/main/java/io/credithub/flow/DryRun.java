package io.credithub.flow;

import io.smallrye.mutiny.Uni;

/// Tells what would become of a delivery, and stores nothing.
public interface DryRun {
    Uni<DryRunReport> tell(Delivery delivery);
}
