package io.credithub.flow.reconciliation;

import java.time.Instant;
import java.util.List;

/// What a division may know of the proof: its own teachers' records and standings, of one moment.
///
/// @param division whose figures these are
/// @param total of all feeds; its code is `*`
/// @param feeds those with records of the division's teachers
/// @param counties of the division
/// @param standings by county and cycle: every teacher on the roster, with records or without
/// @param standingsByCity the same summed up, and in all of the division
/// @param recounted whether the figures were held against a fresh count of every record
public record DivisionProof(
        Instant at,
        String division,
        FeedShare total,
        List<FeedShare> feeds,
        List<PlaceSums> counties,
        List<PlaceSums> years,
        List<CountyStanding> standings,
        List<CountyStanding> standingsByCity,
        List<CountyStanding> standingsInAll,
        List<Invariant> invariants,
        boolean recounted) {
    /// Whether every claim holds.
    public boolean holds() {
        return invariants.stream().allMatch(Invariant::holds);
    }
}
