package io.credithub.domain.report;

import io.credithub.domain.Text;
import java.util.List;

/// Bars beside a table: one for each row, of some of its columns.
///
/// @param label key of the column that names a row
/// @param columns keys of amounts of one unit
/// @param isStacked whether the columns are parts of a whole
public record ReportChart(Text title, String label, List<String> columns, boolean isStacked) {
    /// More bars than these say nothing any more.
    public static final int ROWS_MAX = 130;

    public ReportChart {
        columns = List.copyOf(columns);
    }
}
