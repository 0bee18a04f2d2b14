package io.credithub.flow.report.year;

import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportCell.Amount;
import io.credithub.domain.report.ReportChart;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.domain.report.TableSums;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import java.util.List;

/// A table with all its rows. What the head of a report says is what will stand under the table.
record SectionRows(ReportTable table, List<ReportRow> rows) {
    SectionRows {
        rows = List.copyOf(rows);
    }

    /// What stands under a figure's own column; nothing if there is no row.
    ReportCell total(ReportFigure figure) {
        TableSums sums = new TableSums(table);
        for (ReportRow row : rows) sums.add(row);
        return sums.totals().cells().get(table.place(figure.key()));
    }

    /// The same; 0 if there is no row.
    long amount(ReportFigure figure) {
        return total(figure) instanceof Amount(long value) ? value : 0;
    }

    KeyFigure sum(ReportFigure figure) {
        return new KeyFigure(figure, ReportCell.of(amount(figure)));
    }

    /// @param charts of few enough rows to be looked at
    ReportPart part(ReportChart... charts) {
        boolean isDrawn = !rows.isEmpty() && rows.size() <= ReportChart.ROWS_MAX;
        List<ReportChart> drawn = isDrawn ? List.of(charts) : List.of();
        return new ReportPart(new ReportSection(table, drawn), ReportRows.of(rows));
    }
}
