package io.credithub.domain.report;

import io.credithub.domain.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// What stands above the tables of a report.
///
/// @param headline in one sentence what a reader wants to know
/// @param place whose teachers it is about, by name
/// @param asOf everything that is known by then counts, and nothing else
/// @param madeBy who asked, as keys and subscriptions are called
/// @param figures the few that matter
/// @param basis what the figures rest on: rules, register, roster, head of the ledger
public record ReportHead(
        ReportName name,
        Text title,
        Text headline,
        ReportPlace place,
        Text period,
        ReportMoment asOf,
        String madeBy,
        List<KeyFigure> figures,
        List<BasisLine> basis) {
    public ReportHead {
        figures = List.copyOf(figures);
        basis = List.copyOf(basis);
    }

    /// @param division six digits
    /// @param title the division's name, `太原市 小店区`
    public record ReportPlace(String division, Text title) {}

    /// @param zone of the calendar by which moments are written
    public record ReportMoment(Instant moment, ZoneId zone) {}

    public record KeyFigure(ReportFigure figure, ReportCell value) {}

    public record BasisLine(Text about, Text value) {
        /// @param value the same in both languages: a number, a code
        public BasisLine(Text about, String value) {
            this(about, new Text(value, value));
        }
    }
}
