package io.credithub.flow.report.year;

import io.credithub.domain.Credits;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.flow.report.head.ReportBasis;
import java.util.List;

/// What a roll-up is made of: the counties of a division and a school year, at one moment.
///
/// @param counties those with teachers on the roster or cells, ordered by code
/// @param breaks of divisions with open ones
public record RollUpFigures(List<PlaceSums> counties, List<OpenBreaks> breaks, ReportBasis basis) {
    public RollUpFigures {
        counties = List.copyOf(counties);
        breaks = List.copyOf(breaks);
    }

    /// @param division empty: nobody's
    public record OpenBreaks(String division, long breaks, Credits inQuestion) {}
}
