package io.credithub.flow.report.year;

import io.credithub.domain.Credits;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.reconciliation.FeedSums;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.flow.report.head.ReportBasis;
import io.credithub.flow.roster.RosterRow.TeacherStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a statement is made of: a division and a school year, at one moment.
///
/// @param feeds with records of its teachers of the year, or of the year before
/// @param deliveries what feeds delivered as a whole; empty unless the scope is
/// @param roster its teachers, each once; by school too if it is a county
/// @param counties those with teachers on the roster or cells
public record StatementFigures(
        List<FeedYear> feeds,
        List<FeedSums> deliveries,
        List<TalliedBreaks> breaks,
        List<RosterPart> roster,
        List<PlaceSums> counties,
        ReportBasis basis) {
    public StatementFigures {
        feeds = List.copyOf(feeds);
        deliveries = List.copyOf(deliveries);
        breaks = List.copyOf(breaks);
        roster = List.copyOf(roster);
        counties = List.copyOf(counties);
    }

    /// What a feed has given the division's teachers.
    ///
    /// @param before the school year before
    /// @param withdrawn records of the year that it took back
    public record FeedYear(String feed, DivisionSums now, DivisionSums before, long withdrawn) {}

    /// Breaks of the school year.
    ///
    /// @param inQuestion of the open ones
    public record TalliedBreaks(
            BreakCode code, BreakOwner owner, BreakState state, long breaks, Credits inQuestion) {}

    /// Teachers of one school in one state of the roster, and their records of the school year.
    ///
    /// @param school to which they belong; empty if the roster names none, or nobody asked
    /// @param name of the school, if any of its teachers' rows says it
    /// @param withRecords with a record that matching has placed
    public record RosterPart(
            TeacherStatus status,
            String school,
            @Nullable String name,
            long teachers,
            long withRecords,
            DivisionSums records) {}
}
