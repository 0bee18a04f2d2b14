package io.credithub.api.reconciliation;

import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.flow.reconciliation.DivisionProof;
import io.credithub.flow.reconciliation.FeedShare;
import io.credithub.flow.reconciliation.Invariant;
import io.credithub.flow.reconciliation.PlaceSums;
import java.time.Instant;
import java.util.List;

/// The [proof of one division][DivisionProof], with its verdict first and names beside codes.
///
/// @param holds whether every invariant holds
public record DivisionProofView(
        boolean holds,
        Instant at,
        String division,
        String divisionName,
        FeedShare total,
        List<FeedShare> feeds,
        List<NamedPlace> counties,
        List<PlaceSums> years,
        List<NamedStanding> standings,
        List<NamedStanding> standingsByCity,
        List<NamedStanding> standingsInAll,
        List<Invariant> invariants,
        boolean recounted) {
    static DivisionProofView of(DivisionProof proof, DivisionCatalogue known) {
        return new DivisionProofView(
                proof.holds(),
                proof.at(),
                proof.division(),
                known.title(proof.division()).zh(),
                proof.total(),
                proof.feeds(),
                NamedPlace.all(proof.counties(), known),
                proof.years(),
                NamedStanding.all(proof.standings(), known),
                NamedStanding.all(proof.standingsByCity(), known),
                NamedStanding.all(proof.standingsInAll(), known),
                proof.invariants(),
                proof.recounted());
    }
}
