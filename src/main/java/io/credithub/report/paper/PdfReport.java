package io.credithub.report.paper;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportRefused;
import io.credithub.flow.report.ReportWriter;
import io.credithub.flow.report.head.FigureWords;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report on sheets of A4: the page of [HtmlReport], printed. Sheets are laid out when the last
/// row is known, so all is held until then, and there may not be more rows than [#ROWS_MAX]. The
/// same report has the same bytes.
public final class PdfReport implements ReportWriter {
    /// More than a hundred sheets; with fourteen columns they take 300 MiB to lay out.
    static final int ROWS_MAX = 5_000;

    private static final Text TOO_MANY =
            new Text(
                    "PDF 至多 " + FigureWords.count(ROWS_MAX) + " 行:请缩小范围,或改用 XLSX",
                    "a PDF has at most "
                            + FigureWords.count(ROWS_MAX)
                            + " rows: narrow the report, or ask for XLSX");

    private final OutputStream out;
    private final PaperFonts fonts;
    private final StringWriter page = new StringWriter();
    private final HtmlReport html;
    private final ReportLanguage language;
    private @Nullable ReportHead head;
    private long written;

    /// @param out stays open
    /// @throws io.credithub.flow.result.Unavailable if there is no font to print in
    public PdfReport(OutputStream out, ReportLanguage language, PaperFonts fonts) {
        this(out, language, fonts, PublicAddress.UNKNOWN);
    }

    /// @param address where a reader may ask whether the report is the hub's
    public PdfReport(
            OutputStream out, ReportLanguage language, PaperFonts fonts, PublicAddress address) {
        this.out = out;
        this.language = language;
        this.fonts = fonts;
        fonts.face(); // or it is told before anything is read
        html = new HtmlReport(page, language, Medium.PAPER, address);
    }

    @Override
    public void begin(ReportHead says, List<ReportSection> sections) throws IOException {
        head = says;
        html.begin(says, sections);
    }

    @Override
    public void section(ReportSection section) throws IOException {
        html.section(section);
    }

    @Override
    public void rows(List<ReportRow> rows) throws IOException {
        written += rows.size();
        if (written > ROWS_MAX) throw new ReportRefused(TOO_MANY);
        html.rows(rows);
    }

    @Override
    public void totals(ReportRow totals, long rows) throws IOException {
        html.totals(totals, rows);
    }

    @Override
    public void end(String code) throws IOException {
        html.end(code);
        ReportHead about = head;
        if (about == null) throw new IllegalStateException("the report has not begun");
        new PaperPrint(fonts, language)
                .print(PageStyle.withCode(page.toString(), code), about, out);
    }
}
