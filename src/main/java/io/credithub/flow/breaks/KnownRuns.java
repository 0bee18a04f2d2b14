package io.credithub.flow.breaks;

import io.credithub.flow.access.Jurisdiction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/// Runs of reconciliation as they were known at a moment. Implemented by `hub.store`.
public interface KnownRuns {
    /// @param within what may be seen of it
    Uni<Optional<BreakRun>> find(int id, Jurisdiction within, Instant asOf);
}
