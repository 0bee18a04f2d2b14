package io.credithub.domain.report;

import java.util.Arrays;
import java.util.List;

/// A row of a table: a cell for each column, in their order.
public record ReportRow(List<ReportCell> cells) {
    public ReportRow {
        cells = List.copyOf(cells);
    }

    public static ReportRow of(ReportCell... cells) {
        return new ReportRow(Arrays.asList(cells));
    }
}
