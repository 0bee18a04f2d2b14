package io.credithub.report;

import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportSection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The figures that a report has, each once: those that it is to define.
public final class FiguresUsed {
    private FiguresUsed() {}

    /// In the order of `docs/reports.md`.
    public static Set<ReportFigure> of(ReportHead head, List<ReportSection> sections) {
        Set<ReportFigure> used = EnumSet.noneOf(ReportFigure.class);
        used.addAll(asRead(head, sections));
        return used;
    }

    /// In the order in which a reader comes upon them.
    public static Set<ReportFigure> asRead(ReportHead head, List<ReportSection> sections) {
        Set<ReportFigure> used = new LinkedHashSet<>();
        head.figures().forEach(key -> used.add(key.figure()));
        for (ReportSection section : sections) {
            for (ReportColumn column : section.table().columns()) {
                ReportFigure figure = column.figure();
                if (figure != null) used.add(figure);
            }
        }
        return used;
    }
}
