package io.credithub.flow;

import java.time.Instant;
import java.util.List;

/// The proof: *declared = received = accepted + rejected + duplicate + waiting = posted*. All
/// figures are of one moment.
///
/// @param open chunks that have landed and are not finished: figures still move
/// @param total of all feeds; its code is `*`
/// @param standings by county and cycle
/// @param differing deliveries that declare what was not received so, at most [#DIFFERING_MAX]
/// @param recounted whether the figures were held against a fresh count of every record
public record Reconciliation(
        Instant at,
        long open,
        FeedSums total,
        List<FeedSums> feeds,
        List<PlaceSums> counties,
        List<PlaceSums> years,
        List<CountyStanding> standings,
        List<Invariant> invariants,
        List<DeliveryStatus> differing,
        boolean recounted) {
    public static final int DIFFERING_MAX = 100;

    /// Whether every claim of the proof holds.
    public boolean holds() {
        return invariants.stream().allMatch(Invariant::holds);
    }
}
