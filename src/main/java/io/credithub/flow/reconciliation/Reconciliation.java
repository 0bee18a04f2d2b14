package io.credithub.flow.reconciliation;

import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.reconciliation.Invariant.InvariantScope;
import java.time.Instant;
import java.util.List;

/// The proof: *declared = received = accepted + rejected + duplicate + waiting = posted*. All
/// figures are of one moment.
///
/// @param open chunks that have landed and are not finished: figures still move
/// @param total of all feeds; its code is `*`
/// @param standings by county and cycle: every teacher on the roster, with records or without
/// @param standingsByCity the same summed up, and in all of the province
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
        List<CountyStanding> standingsByCity,
        List<CountyStanding> standingsInAll,
        List<Invariant> invariants,
        List<DeliveryStatus> differing,
        boolean recounted) {
    public static final int DIFFERING_MAX = 100;

    /// Whether every claim of the hub about itself holds.
    public boolean holds() {
        return hold(InvariantScope.HUB);
    }

    /// Whether the hub agrees with all of its sources.
    public boolean agreesWithSources() {
        return hold(InvariantScope.SOURCES);
    }

    private boolean hold(InvariantScope about) {
        return invariants.stream().filter(one -> one.about() == about).allMatch(Invariant::holds);
    }
}
