package io.credithub.report.xlsx;

import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A report as a workbook: 概览 with what stands above the tables, a sheet for each table, 说明 with
/// what each figure counts. The same report is the same file, byte for byte: its time is the
/// report's own.
public final class XlsxReport implements ReportWriter {
    /// A sheet has 1 048 576 rows, of which titles and totals take some.
    private static final int SHEET_ROWS_MAX = 1_000_000;

    private static final int BUFFER_BYTES = 65_536;

    private final DatedZip zip;
    private final Workbook workbook;
    private final ReportLanguage language;
    private final int rowsMax;
    private final List<TableSheets> written = new ArrayList<>();
    private @Nullable Begun begun;
    private @Nullable XlsxTable table;
    private @Nullable ReportSection section;

    /// @param out is flushed at the end, not closed
    public XlsxReport(OutputStream out, ReportLanguage language) {
        this(out, language, SHEET_ROWS_MAX);
    }

    /// @param rowsMax of one table on one sheet, at least 1
    XlsxReport(OutputStream out, ReportLanguage language, int rowsMax) {
        this.zip = new DatedZip(new BufferedOutputStream(out, BUFFER_BYTES));
        this.workbook = new Workbook(zip, "Credit Hub", null);
        this.language = language;
        this.rowsMax = rowsMax;
    }

    @Override
    public void begin(ReportHead head, List<ReportSection> sections) throws IOException {
        XlsxBook book = new XlsxBook(workbook, head, language, rowsMax);
        workbook.properties().setTitle(language.of(head.title()));
        begun =
                new Begun(
                        book,
                        List.copyOf(sections),
                        book.sheet(XlsxBook.OVERVIEW, 1, XlsxOverview.width()));
    }

    @Override
    public void section(ReportSection section) throws IOException {
        this.section = section;
        this.table = new XlsxTable(begun().book, section.table());
    }

    @Override
    public void rows(List<ReportRow> rows) throws IOException {
        table().rows(rows);
    }

    @Override
    public void totals(ReportRow totals, long rows) throws IOException {
        table().totals(totals);
        if (section != null) {
            written.add(new TableSheets(section.table(), table().stretches(), rows));
        }
    }

    /// What stands above is written last, when it is known where each table lies; it stays the
    /// first sheet.
    @Override
    public void end(String code) throws IOException {
        Begun all = begun();
        XlsxOverview.write(all.overview, all.book, written, code);
        XlsxNotes.write(all.book, all.sections);
        zip.hold();
        workbook.finish();
        zip.release(all.book.head().asOf().moment());
        zip.flush();
    }

    private Begun begun() {
        if (begun == null) throw new IllegalStateException("not begun");
        return begun;
    }

    private XlsxTable table() {
        if (table == null) throw new IllegalStateException("no section");
        return table;
    }

    private record Begun(XlsxBook book, List<ReportSection> sections, Worksheet overview) {}
}
