package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the registry counts of one division, all at one moment.
///
/// @param roster teachers on it who belong there
/// @param feeds those with records of its teachers
/// @param standings what its teachers' standings say was earned, by county and cycle
/// @param recount counted record by record, if it was asked for
public record DivisionFigures(
        long roster,
        List<FeedShare> feeds,
        List<PlaceSums> counties,
        List<PlaceSums> years,
        List<CountyStanding> standings,
        @Nullable DivisionRecount recount) {

    /// @param feeds counted record by record
    /// @param awards what awards and reversals of its teachers sum to in the ledger
    public record DivisionRecount(List<FeedShare> feeds, Credits awards) {}
}
