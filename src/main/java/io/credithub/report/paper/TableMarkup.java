package io.credithub.report.paper;

import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportTable;
import io.credithub.domain.report.ReportUnit;
import java.io.IOException;
import java.util.List;

/// A table of figures. On a screen it scrolls under its own titles; on paper they stand on every
/// sheet, and what is under the table on the last one.
///
/// @param title the name that the section's title has in the page
record TableMarkup(Markup out, PrintedCells cells, ReportTable table, Medium medium, String title) {
    void open() throws IOException {
        if (medium == Medium.SCREEN) {
            out.open(
                    "div",
                    "class",
                    "scroll",
                    "role",
                    "region",
                    "tabindex",
                    "0",
                    "aria-labelledby",
                    title);
        }
        SheetShape shape = SheetShape.of(table);
        out.open("table", "class", "rows " + shape.look()).line("");
        if (medium == Medium.PAPER) widths(shape);
        out.open("thead").open("tr");
        for (ReportColumn column : table.columns()) {
            out.open("th", "scope", "col", "class", look(column));
            name(column);
            boolean isTold = column.unit() != ReportUnit.NONE;
            if (isTold) out.text(" ").element("span", column.unit().word(), "class", "unit");
            out.close("th");
        }
        out.close("tr").close("thead").line("").open("tbody").line("");
    }

    /// A figure leads to what it counts.
    private void name(ReportColumn column) throws IOException {
        ReportFigure figure = column.figure();
        if (figure == null || medium == Medium.PAPER) {
            out.text(column.title());
        } else {
            out.element("a", column.title(), "href", "#" + FrameMarkup.anchor(figure));
        }
    }

    private void widths(SheetShape shape) throws IOException {
        out.open("colgroup");
        for (ReportColumn column : table.columns()) {
            int thousandths = shape.thousandths(table, column);
            String width = "width: %d.%d%%".formatted(thousandths / 10, thousandths % 10);
            out.empty("col", "style", width);
        }
        out.close("colgroup").line("");
    }

    void rows(List<ReportRow> rows) throws IOException {
        for (ReportRow row : rows) {
            out.open("tr");
            for (int i = 0; i < row.cells().size(); i++) {
                ReportColumn column = table.columns().get(i);
                String text = cells.of(column, row.cells().get(i));
                if (i == 0 && !column.type().isAmount()) {
                    out.element("th", text, "scope", "row", "class", look(column));
                } else {
                    out.element("td", text, "class", look(column));
                }
            }
            out.close("tr").line("");
        }
    }

    /// @param rows how many there were
    void close(ReportRow totals, long rows) throws IOException {
        if (rows == 0) {
            String all = Integer.toString(table.columns().size());
            out.open("tr").element("td", PageLabel.NO_ROWS.text(), "colspan", all).close("tr");
        }
        out.close("tbody").line("");
        if (rows > 0 && table.hasTotals()) totals(totals.cells());
        out.close("table");
        if (medium == Medium.SCREEN) out.close("div");
        out.line("").element("p", PageLabel.rows(rows), "class", "count").line("");
    }

    private void totals(List<ReportCell> totals) throws IOException {
        int first = 0;
        while (totals.get(first) instanceof ReportCell.Nothing && first < totals.size() - 1)
            first++;
        out.open("tfoot").open("tr");
        if (first > 0) {
            String columns = Integer.toString(first);
            out.element("th", PageLabel.TOTAL.text(), "scope", "row", "colspan", columns);
        }
        for (int i = first; i < totals.size(); i++) {
            ReportColumn column = table.columns().get(i);
            out.element("td", cells.of(column, totals.get(i)), "class", look(column));
        }
        out.close("tr").close("tfoot").line("");
    }

    private static String look(ReportColumn column) {
        if (column.type().isAmount()) return "n";
        return column.type() == CellType.WORDS ? "words" : "code";
    }
}
