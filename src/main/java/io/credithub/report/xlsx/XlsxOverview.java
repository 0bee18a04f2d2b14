package io.credithub.report.xlsx;

import io.credithub.domain.Text;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/// The sheet 概览: what stands above the tables, and where they are.
final class XlsxOverview {
    private static final Text DIVISION = new Text("区划代码", "Division");
    private static final Text PLACE = new Text("区划", "Place");
    private static final Text PERIOD = new Text("期间", "Period");
    private static final Text AS_OF = new Text("数据截至", "As of");
    private static final Text ZONE = new Text("时区", "Time zone");
    private static final Text MADE_BY = new Text("制表", "Made by");
    private static final Text VERIFICATION = new Text("验证码", "Verification code");
    private static final Text FIGURES = new Text("主要数字", "Key figures");
    private static final Text BASIS = new Text("依据", "Basis");
    private static final Text SHEETS = new Text("工作表", "Sheets");
    private static final Text ROWS = new Text("行数", "Rows");
    private static final int TITLE_SIZE = 16;
    private static final int HEADLINE_SIZE = 12;

    /// In points.
    private static final int HEADLINE_LINE = 17;

    /// Letters are larger than those that widths are counted in.
    private static final int HEADLINE_MARGIN = 12;

    private static final int[] WIDTHS = {44, 44, 14};

    private final Worksheet sheet;
    private final XlsxBook book;
    private int next;

    private XlsxOverview(Worksheet sheet, XlsxBook book) {
        this.sheet = sheet;
        this.book = book;
    }

    /// Of its columns, in characters.
    static int width() {
        return Arrays.stream(WIDTHS).sum();
    }

    /// @param code by which the report is verified
    static void write(Worksheet sheet, XlsxBook book, List<TableSheets> tables, String code)
            throws IOException {
        XlsxOverview overview = new XlsxOverview(sheet, book);
        overview.head(book.head());
        overview.line(VERIFICATION, CellType.CODE, ReportCell.of(code));
        overview.figures(book.head().figures());
        overview.basis(book.head().basis());
        overview.tables(tables);
        sheet.finish();
    }

    private void head(ReportHead head) {
        for (int i = 0; i < WIDTHS.length; i++) sheet.width(i, WIDTHS[i]);
        text(0, book.word(head.title()));
        sheet.style(next, 0).bold().fontSize(TITLE_SIZE).set();
        next++;
        headline(book.word(head.headline()));
        next += 2;
        line(DIVISION, CellType.CODE, ReportCell.of(head.place().division()));
        line(PLACE, CellType.WORDS, ReportCell.of(head.place().title()));
        line(PERIOD, CellType.WORDS, ReportCell.of(head.period()));
        line(AS_OF, CellType.MOMENT, ReportCell.of(head.asOf().moment()));
        line(ZONE, CellType.WORDS, ReportCell.of(head.asOf().zone().getId()));
        line(MADE_BY, CellType.WORDS, ReportCell.of(head.madeBy()));
    }

    /// Over the width of the sheet, on as many lines as it needs: printed, nothing of it is cut.
    private void headline(String text) {
        text(0, text);
        int last = WIDTHS.length - 1;
        sheet.range(next, 0, next, last).merge();
        sheet.range(next, 0, next, last)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .fontSize(HEADLINE_SIZE)
                .set();
        int lines = Math.ceilDiv(SheetCells.width(text), width() - HEADLINE_MARGIN);
        sheet.rowHeight(next, HEADLINE_LINE * lines);
    }

    /// What is not stated is a dash, as on the page; a share has its sign in its cell.
    private void figures(List<KeyFigure> figures) {
        if (figures.isEmpty()) return;
        title(FIGURES);
        for (KeyFigure key : figures) {
            ReportColumn column = ReportColumn.sum(key.figure());
            if (column.type() != CellType.SHARE) text(2, book.word(column.unit().word()));
            if (key.value().equals(ReportCell.NOTHING)) text(1, "—");
            line(column, key.value());
        }
    }

    private void basis(List<BasisLine> basis) {
        if (basis.isEmpty()) return;
        title(BASIS);
        for (BasisLine line : basis) {
            line(line.about(), CellType.WORDS, ReportCell.of(line.value()));
        }
    }

    private void tables(List<TableSheets> tables) {
        title(SHEETS);
        SheetCells.text(sheet, next - 1, 2, book.word(ROWS));
        sheet.style(next - 1, 2).bold().set();
        for (TableSheets table : tables) {
            sheet.value(next, 2, table.rows());
            sheet.style(next, 2).format(SheetCells.format(CellType.COUNT)).set();
            line(table.table().title(), CellType.WORDS, ReportCell.of(table.names()));
        }
    }

    private void title(Text title) {
        next++;
        text(0, book.word(title));
        sheet.style(next, 0).bold().set();
        next++;
    }

    private void line(Text about, CellType type, ReportCell value) {
        line(ReportColumn.plain("value", about.zh(), about.en(), type), value);
    }

    private void line(ReportColumn column, ReportCell value) {
        text(0, book.word(column.title()));
        book.cells().put(sheet, next, 1, column, value);
        sheet.style(next, 1)
                .format(SheetCells.format(column.type()))
                .horizontalAlignment("left")
                .set();
        next++;
    }

    private void text(int at, String text) {
        SheetCells.text(sheet, next, at, text);
    }
}
