package io.credithub.report.xlsx;

import io.credithub.domain.report.ReportTable;
import java.util.List;
import java.util.stream.Collectors;

/// Where a table was written.
record TableSheets(ReportTable table, List<SheetStretch> stretches, long rows) {
    TableSheets {
        stretches = List.copyOf(stretches);
    }

    String names() {
        return stretches.stream().map(SheetStretch::sheet).collect(Collectors.joining(", "));
    }
}
