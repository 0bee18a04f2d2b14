package io.credithub.report;

import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportSection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The figures that a report has: those that it is to define.
public final class FiguresUsed {
    private FiguresUsed() {}

    /// In the order of `docs/reports.md`.
    public static Set<ReportFigure> of(ReportHead head, List<ReportSection> sections) {
        Set<ReportFigure> used = EnumSet.noneOf(ReportFigure.class);
        head.figures().forEach(key -> used.add(key.figure()));
        for (ReportSection section : sections) {
            for (ReportColumn column : section.table().columns()) {
                if (column.figure() != null) used.add(column.figure());
            }
        }
        return used;
    }
}
