package io.credithub.domain.report;

import java.util.List;

/// A table and what is drawn of it.
public record ReportSection(ReportTable table, List<ReportChart> charts) {
    public ReportSection {
        charts = List.copyOf(charts);
    }

    public static ReportSection of(ReportTable table) {
        return new ReportSection(table, List.of());
    }
}
