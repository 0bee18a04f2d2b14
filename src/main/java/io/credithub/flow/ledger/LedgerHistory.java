package io.credithub.flow.ledger;

import io.credithub.domain.Credits;
import io.credithub.flow.access.Jurisdiction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/// What the ledger said at earlier moments. Lines are only ever added, so what is told of a past
/// moment never changes. Implemented by `hub.store`.
public interface LedgerHistory {
    /// By county and school year, ordered by both.
    ///
    /// @param before lines that were posted by then
    Uni<List<CountyYear>> counties(Instant before, Jurisdiction within);

    /// Awards less reversals. Everybody on the roster of today is counted in the county that they
    /// belong to today, in each school year that the ledger had by then.
    ///
    /// @param withRecords who had an award then that no reversal had taken back
    /// @param lines how many there are, reversals among them
    record CountyYear(
            String division,
            int schoolYear,
            long teachers,
            long withRecords,
            long withoutRecords,
            long lines,
            Credits credits) {}
}
