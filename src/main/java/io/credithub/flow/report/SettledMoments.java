package io.credithub.flow.report;

import io.credithub.domain.report.ReportName;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/// Moments at which it is settled what the registry knew: a report of one of them can be made again
/// later, and says the same. Implemented by `hub.store`.
public interface SettledMoments {
    /// The newest one.
    ///
    /// @return fails with [Unavailable] if others keep it from being settled for long
    Uni<Instant> now();

    /// Waits until nobody can add anything to what was known at a moment.
    ///
    /// @param moment not one to come
    /// @return fails with [Unavailable] if it takes long
    Uni<Void> settled(Instant moment);

    /// The first one of which the registry knows what such a report told. It moves on, as history
    /// is kept for a while.
    Uni<Instant> first(ReportName name);
}
