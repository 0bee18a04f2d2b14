package io.credithub.report.xlsx;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportSection;
import io.credithub.report.FiguresUsed;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/// The sheet 说明: what each figure of the workbook counts, and how the tables are meant, in both
/// languages.
final class XlsxNotes {
    private static final List<String> TITLES =
            List.of("指标", "单位", "含义", "Figure", "Unit", "Meaning");
    private static final int[] WIDTHS = {14, 8, 56, 18, 12, 60};

    private static final Text READING = new Text("如何读表", "How to read the tables");
    private static final List<Text> REMARKS =
            List.of(
                    new Text(
                            "“合计(公式)”只加总当前显示的行,筛选后随之变化;未筛选时与“合计(数值)”相等。",
                            "\"Total (formula)\" adds up the rows in sight and changes with the"
                                    + " filter; without one it equals \"Total (value)\"."),
                    new Text(
                            "“合计(数值)”为学分汇统计的全部行的合计,不随筛选变化。",
                            "\"Total (value)\" is what the hub counted over all rows, whatever the"
                                    + " filter."),
                    new Text(
                            "合计行的比例由合计数计算,不是各行比例的平均;无合计的列,各行相加会重复计人。",
                            "A share in a line of totals is of the sums, no mean of the rows; where"
                                + " a column has no total, a sum of its rows would count somebody"
                                + " twice."),
                    new Text(
                            "编号、代码按文本保存,保留前导零;空格表示无此数据,不是零。",
                            "Codes are text, so that leading zeros stay; an empty cell says that"
                                    + " nothing is stated, not zero."),
                    new Text(
                            "未计算公式的软件(如手机预览)可能显示空白,请以“合计(数值)”为准。",
                            "Where formulas are not computed, as in a preview on a phone, read"
                                    + " \"Total (value)\"."));

    private final Worksheet sheet;
    private int next;

    private XlsxNotes(Worksheet sheet) {
        this.sheet = sheet;
    }

    static void write(XlsxBook book, List<ReportSection> sections) throws IOException {
        XlsxNotes notes = new XlsxNotes(book.sheet(XlsxBook.NOTES, 1, Arrays.stream(WIDTHS).sum()));
        for (int i = 0; i < WIDTHS.length; i++) notes.sheet.width(i, WIDTHS[i]);
        notes.titles(TITLES);
        notes.sheet.freezePane(0, 1);
        notes.sheet.repeatRows(0);
        for (ReportFigure figure : FiguresUsed.of(book.head(), sections)) {
            notes.line(figure.term(), figure.unit().word(), figure.meaning());
        }
        notes.next++;
        notes.titles(List.of(READING.zh(), "", "", READING.en(), "", ""));
        for (Text remark : REMARKS) notes.line(Text.EMPTY, Text.EMPTY, remark);
        notes.sheet.finish();
    }

    private void titles(List<String> titles) {
        for (int i = 0; i < titles.size(); i++) SheetCells.text(sheet, next, i, titles.get(i));
        sheet.range(next, 0, next, titles.size() - 1).style().bold().set();
        next++;
    }

    private void line(Text term, Text unit, Text meaning) {
        List<String> cells =
                List.of(term.zh(), unit.zh(), meaning.zh(), term.en(), unit.en(), meaning.en());
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            SheetCells.text(sheet, next, i, cells.get(i));
            lines = Math.max(lines, SheetCells.lines(cells.get(i), WIDTHS[i]));
        }
        sheet.rowHeight(next, SheetCells.height(lines));
        sheet.range(next, 0, next, cells.size() - 1)
                .style()
                .format("@")
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        next++;
    }
}
