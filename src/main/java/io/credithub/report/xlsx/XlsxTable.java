package io.credithub.report.xlsx;

import io.credithub.domain.Text;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ColumnTotal.ShareOf;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/// One table: a sheet, or several where its rows are more than one holds. The titles are the first
/// row and stay in sight; below an empty row stand the totals twice, as a formula and as the hub
/// counted them.
final class XlsxTable {
    static final Text BY_FORMULA = new Text("合计(公式)", "Total (formula)");
    static final Text BY_VALUE = new Text("合计(数值)", "Total (value)");

    /// What the memory holds at a time.
    private static final int ROWS_HELD = 1_000;

    /// Heights stay in memory: of more rows nobody reads each.
    private static final int HEIGHTS_MAX = 20_000;

    private static final int NAMING_COLUMNS_MAX = 2;
    private static final String TITLE_FILL = "DDE6F0";

    private final XlsxBook book;
    private final ReportTable table;
    private final List<ReportColumn> columns;
    private final List<SheetStretch> stretches = new ArrayList<>();
    private Worksheet sheet;
    private int next;
    private int flushed;

    XlsxTable(XlsxBook book, ReportTable table) {
        this.book = book;
        this.table = table;
        this.columns = table.columns();
        this.sheet = open(1);
    }

    /// Where the table lies.
    List<SheetStretch> stretches() {
        return stretches;
    }

    private Worksheet open(int part) {
        int width = columns.stream().mapToInt(column -> SheetCells.width(column.type())).sum();
        Worksheet opened = book.sheet(table.title(), part, width);
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            String title = book.cells().texts().title(columns.get(i));
            int own = SheetCells.width(columns.get(i).type());
            opened.value(0, i, title);
            opened.width(i, own);
            lines = Math.max(lines, SheetCells.lines(title, own));
        }
        opened.rowHeight(0, SheetCells.height(lines));
        opened.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("center")
                .horizontalAlignment("center")
                .fillColor(TITLE_FILL)
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .set();
        opened.freezePane(namingColumns(), 1);
        opened.repeatRows(0);
        if (XlsxBook.pages(width) > 1 && namingColumns() > 0) {
            opened.repeatCols(0, namingColumns() - 1);
        }
        next = 1;
        flushed = 1;
        return opened;
    }

    /// Those that say what a row is about stay in sight too.
    private int namingColumns() {
        int count = 0;
        while (count < Math.min(NAMING_COLUMNS_MAX, columns.size() - 1) && isNaming(count)) count++;
        return count;
    }

    private boolean isNaming(int place) {
        CellType type = columns.get(place).type();
        return type == CellType.CODE || type == CellType.WORDS;
    }

    void rows(List<ReportRow> rows) throws IOException {
        for (ReportRow row : rows) {
            if (next > book.rowsMax()) {
                close();
                sheet = open(stretches.size() + 1);
            }
            for (int i = 0; i < columns.size(); i++) {
                book.cells().put(sheet, next, i, columns.get(i), row.cells().get(i));
            }
            if (next <= HEIGHTS_MAX) height(row);
            next++;
            if (next - flushed >= ROWS_HELD) flush();
        }
    }

    /// Programs other than Excel leave a row without one on a single line.
    private void height(ReportRow row) {
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            lines = Math.max(lines, book.cells().lines(columns.get(i), row.cells().get(i)));
        }
        if (lines > 1) sheet.rowHeight(next, SheetCells.height(lines));
    }

    private void flush() throws IOException {
        if (next > flushed) {
            for (int i = 0; i < columns.size(); i++) {
                style(flushed, next - 1, i).set();
            }
        }
        flushed = next;
        sheet.flush();
    }

    private StyleSetter style(int top, int bottom, int at) {
        CellType type = columns.get(at).type();
        StyleSetter style =
                sheet.range(top, at, bottom, at)
                        .style()
                        .format(SheetCells.format(type))
                        .verticalAlignment("top");
        return SheetCells.isWrapped(type) ? style.wrapText(true) : style;
    }

    private void close() throws IOException {
        leave();
        sheet.finish();
    }

    private void leave() throws IOException {
        flush();
        sheet.setAutoFilter(0, 0, next - 1, columns.size() - 1);
        stretches.add(new SheetStretch(sheet.getName(), 1, next - 1));
    }

    void totals(ReportRow totals) throws IOException {
        leave();
        if (table.hasTotals()) {
            int formulas = next + 1;
            int values = next + 2;
            for (int i = 0; i < columns.size(); i++) total(formulas, values, i, totals);
            sheet.value(formulas, 0, book.word(BY_FORMULA));
            sheet.value(values, 0, book.word(BY_VALUE));
        }
        sheet.finish();
    }

    private void total(int formulas, int values, int at, ReportRow totals) {
        ReportCell total = totals.cells().get(at);
        if (!total.equals(ReportCell.NOTHING)) {
            sheet.formula(formulas, at, formula(at));
            book.cells().put(sheet, values, at, columns.get(at), total);
        }
        for (int row = formulas; row <= values; row++) {
            StyleSetter style = style(row, row, at).bold();
            if (row == formulas) style = style.borderStyle(BorderSide.TOP, BorderStyle.THIN);
            style.set();
        }
    }

    private String formula(int at) {
        ReportColumn column = columns.get(at);
        return column.total() instanceof ShareOf share
                ? SheetFormula.share(
                        stretches, table.place(share.part()), table.place(share.whole()))
                : SheetFormula.sum(stretches, at, column.type());
    }
}
