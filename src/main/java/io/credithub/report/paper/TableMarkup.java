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
import java.util.stream.IntStream;

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
        for (List<Integer> places : columns()) {
            out.open("th", "scope", "col", "class", look(last(places)));
            for (int place : places) {
                if (place > places.getFirst()) out.empty("br");
                title(table.columns().get(place));
            }
            out.close("th");
        }
        out.close("tr").close("thead").line("").open("tbody").line("");
    }

    /// On a screen each by itself; on paper two may stand over each other.
    private List<List<Integer>> columns() {
        if (medium == Medium.PAPER) return SheetShape.printed(table);
        return IntStream.range(0, table.columns().size()).mapToObj(List::of).toList();
    }

    private ReportColumn last(List<Integer> places) {
        return table.columns().get(places.getLast());
    }

    private void title(ReportColumn column) throws IOException {
        name(column);
        boolean isTold = column.unit() != ReportUnit.NONE;
        if (isTold) out.text(" ").element("span", column.unit().word(), "class", "unit");
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
        for (int thousandths : shape.thousandths(table)) {
            String width = "width: %d.%d%%".formatted(thousandths / 10, thousandths % 10);
            out.empty("col", "style", width);
        }
        out.close("colgroup").line("");
    }

    void rows(List<ReportRow> rows) throws IOException {
        List<List<Integer>> columns = columns();
        for (ReportRow row : rows) {
            out.open("tr");
            for (List<Integer> places : columns) cell(row, places);
            out.close("tr").line("");
        }
    }

    private void cell(ReportRow row, List<Integer> places) throws IOException {
        boolean isHead = places.getFirst() == 0 && !table.columns().getFirst().type().isAmount();
        String look = look(last(places));
        if (isHead) out.open("th", "scope", "row", "class", look);
        else out.open("td", "class", look);
        boolean isBelow = false;
        for (int place : places) {
            String text = cells.of(table.columns().get(place), row.cells().get(place));
            if (text.isEmpty()) continue;
            if (isBelow) out.empty("br");
            out.text(text);
            isBelow = true;
        }
        out.close(isHead ? "th" : "td");
    }

    /// @param rows how many there were
    void close(ReportRow totals, long rows) throws IOException {
        if (rows == 0) {
            String all = Integer.toString(columns().size());
            out.open("tr").element("td", PageLabel.NO_ROWS.text(), "colspan", all).close("tr");
        }
        out.close("tbody").line("");
        if (rows > 0 && table.hasTotals()) totals(totals.cells());
        out.close("table");
        if (medium == Medium.SCREEN) out.close("div");
        out.line("").element("p", PageLabel.rows(rows), "class", "count").line("");
    }

    private void totals(List<ReportCell> totals) throws IOException {
        List<List<Integer>> columns = columns();
        int first = 0;
        while (isNothing(totals, columns.get(first)) && first < columns.size() - 1) first++;
        out.open("tfoot").open("tr");
        if (first > 0) {
            String all = Integer.toString(first);
            out.element("th", PageLabel.TOTAL.text(), "scope", "row", "colspan", all);
        }
        for (List<Integer> places : columns.subList(first, columns.size())) {
            ReportColumn column = last(places);
            String total = cells.of(column, totals.get(places.getLast()));
            out.element("td", total, "class", look(column));
        }
        out.close("tr").close("tfoot").line("");
    }

    /// A text has no total, so of two that stand over each other neither has.
    private static boolean isNothing(List<ReportCell> totals, List<Integer> places) {
        return places.stream().allMatch(place -> totals.get(place) instanceof ReportCell.Nothing);
    }

    private static String look(ReportColumn column) {
        if (column.type().isAmount()) return "n";
        return column.type() == CellType.WORDS ? "words" : "code";
    }
}
