package io.credithub.api.reconciliation;

import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.reconciliation.FeedSums;
import io.credithub.flow.reconciliation.Invariant;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.flow.reconciliation.Reconciliation;
import java.time.Instant;
import java.util.List;

/// The [proof][Reconciliation] with its verdict first, and names beside the codes of divisions.
///
/// @param holds whether every claim of the hub about itself holds
/// @param agreesWithSources whether every source declared what was received
public record ProofView(
        boolean holds,
        boolean agreesWithSources,
        Instant at,
        long open,
        FeedSums total,
        List<FeedSums> feeds,
        List<NamedPlace> counties,
        List<PlaceSums> years,
        List<NamedStanding> standings,
        List<NamedStanding> standingsByCity,
        List<NamedStanding> standingsInAll,
        List<Invariant> invariants,
        List<DeliveryStatus> differing,
        boolean recounted) {
    static ProofView of(Reconciliation proof, DivisionCatalogue known) {
        return new ProofView(
                proof.holds(),
                proof.agreesWithSources(),
                proof.at(),
                proof.open(),
                proof.total(),
                proof.feeds(),
                NamedPlace.all(proof.counties(), known),
                proof.years(),
                NamedStanding.all(proof.standings(), known),
                NamedStanding.all(proof.standingsByCity(), known),
                NamedStanding.all(proof.standingsInAll(), known),
                proof.invariants(),
                proof.differing(),
                proof.recounted());
    }
}
