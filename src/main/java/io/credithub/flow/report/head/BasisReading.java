package io.credithub.flow.report.head;

import io.smallrye.mutiny.Uni;

/// Tells what figures rest on. Implemented by `hub.store`.
public interface BasisReading {
    /// For a report whose figures do not come with it.
    Uni<ReportBasis> read(BasisQuestion question);
}
