package io.credithub.flow.report;

import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import java.io.IOException;
import java.util.List;

/// Writes one report in one format, once, from the first line to the last: [#begin], then of each
/// section [#section], its rows, [#totals]; then [#end]. May wait for its output, so it is called
/// on a worker. Implemented by `hub.report`.
public interface ReportWriter {
    /// @param sections all that will follow, in their order
    void begin(ReportHead head, List<ReportSection> sections) throws IOException;

    void section(ReportSection section) throws IOException;

    /// The next rows of the section, with their shares.
    void rows(List<ReportRow> rows) throws IOException;

    /// What stands under the section's table; a cell for each column, most of them empty.
    ///
    /// @param rows how many there were
    void totals(ReportRow totals, long rows) throws IOException;

    /// What is buffered is written; the output stays open.
    ///
    /// @param code by which a reader may ask whether the report is the hub's
    void end(String code) throws IOException;
}
