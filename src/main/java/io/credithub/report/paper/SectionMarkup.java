package io.credithub.report.paper;

import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportUnit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A section: its charts, if a chart can show as many rows as there are, and its table.
final class SectionMarkup {
    /// A longer chart stands below its table: nobody is to leaf through sheets of bars before the
    /// first figure.
    private static final int ABOVE_MAX = 30;

    private final Markup out;
    private final PrintedCells cells;
    private final ReportSection section;
    private final TableMarkup table;
    private final Bars bars;

    /// The rows so far, until it is known whether there will be charts; null once it is.
    private @Nullable List<ReportRow> held;

    SectionMarkup(
            Markup out, PrintedCells cells, ReportSection section, TableMarkup table, Bars bars) {
        this.out = out;
        this.cells = cells;
        this.section = section;
        this.table = table;
        this.bars = bars;
    }

    /// @param title the name that its title has in the page
    void open(String title) throws IOException {
        out.open("section", "aria-labelledby", title).line("");
        out.element("h2", section.table().title(), "id", title).line("");
        if (section.charts().isEmpty()) table.open();
        else held = new ArrayList<>();
    }

    void rows(List<ReportRow> rows) throws IOException {
        List<ReportRow> before = held;
        if (before == null) {
            table.rows(rows);
            return;
        }
        before.addAll(rows);
        if (before.size() <= ReportChart.ROWS_MAX) return;
        held = null;
        out.element("p", PageLabel.TOO_MANY_BARS.text(), "class", "note").line("");
        table.open();
        table.rows(before);
    }

    void close(ReportRow totals, long rows) throws IOException {
        List<ReportRow> all = held;
        held = null;
        if (all != null) {
            boolean isAbove = all.size() <= ABOVE_MAX;
            if (isAbove) charts(all);
            table.open();
            table.rows(all);
            table.close(totals, rows);
            if (!isAbove) charts(all);
        } else {
            table.close(totals, rows);
        }
        out.close("section").line("");
    }

    /// Without any bar there is nothing to look at.
    private void charts(List<ReportRow> rows) throws IOException {
        for (ReportChart one : section.charts()) {
            BarChart chart = BarChart.of(one, section.table(), rows, cells);
            if (!chart.isAnything()) continue;
            out.open("figure").line("").open("figcaption").text(chart.title());
            ReportUnit unit = chart.series().getFirst().unit();
            if (unit != ReportUnit.NONE) {
                out.text(" ").element("span", unit.word(), "class", "unit");
            }
            out.close("figcaption").line("");
            legend(chart.series());
            bars.draw(out, chart);
            out.close("figure").line("");
        }
    }

    private void legend(List<ReportColumn> series) throws IOException {
        out.open("ul", "class", "legend");
        for (int i = 0; i < series.size(); i++) {
            out.open("li");
            bars.swatch(out, i);
            out.text(series.get(i).title()).close("li");
        }
        out.close("ul").line("");
    }
}
