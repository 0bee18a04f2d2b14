package io.credithub.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportRow;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportDocument.ReportRows;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.WriteReport;
import io.credithub.report.paper.DrawnFont;
import io.credithub.report.paper.PaperFonts;
import io.credithub.report.paper.PdfReadBack;
import io.credithub.report.paper.PublicAddress;
import io.credithub.report.writers.FormatWriters;
import io.credithub.report.xlsx.XlsxReadBack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One report has one code, whatever it is written as and in which language; another one has
/// another.
final class ReportCodesTest {
    private static final Pattern CODE =
            Pattern.compile("(?<![0-9a-f-])[0-9a-f]{4}(?:-[0-9a-f]{4}){4}(?![0-9a-f-])");

    private static PaperFonts fonts;

    @BeforeAll
    static void drawAFont() throws IOException {
        fonts = DrawnFont.named();
    }

    private static String told(ReportDocument report, ReportFormat format, ReportLanguage language)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String code =
                new WriteReport(Runnable::run)
                        .write(
                                report,
                                new FormatWriters(fonts, PublicAddress.UNKNOWN)
                                        .open(format, language, out),
                                _ -> {})
                        .await()
                        .indefinitely();
        assertThat(read(format, out.toByteArray())).as(format + " " + language).containsOnly(code);
        return code;
    }

    private static Set<String> read(ReportFormat format, byte[] file) throws IOException {
        String text =
                switch (format) {
                    case CSV, JSON, HTML -> new String(file, UTF_8);
                    case PDF -> String.join("\n", PdfReadBack.sheets(file));
                    case XLSX -> String.join("\n", XlsxReadBack.texts(file));
                };
        Set<String> codes = new TreeSet<>();
        CODE.matcher(text).results().map(MatchResult::group).forEach(codes::add);
        return codes;
    }

    private static String code(ReportDocument report) throws IOException {
        return told(report, ReportFormat.JSON, ReportLanguage.ZH);
    }

    @Test
    void everyFormatAndLanguageTellsTheSame() throws IOException {
        Set<String> codes = new HashSet<>();
        for (ReportFormat format : ReportFormat.values()) {
            for (ReportLanguage language : ReportLanguage.values()) {
                codes.add(told(SampleReports.statement(), format, language));
            }
        }
        assertThat(codes).hasSize(1);
    }

    @Test
    void everyCellTellsOnIt() throws IOException {
        ReportPart part = SampleReports.statement().parts().getFirst();
        List<ReportRow> rows = new ArrayList<>(SampleReports.sourceRows());
        Set<String> codes = new HashSet<>();
        codes.add(code(with(part, rows)));
        int cells = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).cells().size(); column++) {
                List<ReportRow> other = new ArrayList<>(rows);
                other.set(row, changed(rows.get(row), column));
                if (other.get(row).equals(rows.get(row))) continue;
                cells++;
                codes.add(code(with(part, other)));
            }
        }
        assertThat(cells).isGreaterThan(20);
        assertThat(codes).hasSize(cells + 1);
    }

    private static ReportRow changed(ReportRow row, int column) {
        List<ReportCell> cells = new ArrayList<>(row.cells());
        ReportCell other =
                switch (cells.get(column)) {
                    case ReportCell.Amount amount -> ReportCell.of(amount.value() + 1);
                    case ReportCell.Words words ->
                            ReportCell.of(words.text().plus(new Text("", "x")));
                    case ReportCell.Day day -> ReportCell.of(day.day().plusDays(1));
                    case ReportCell.Moment moment -> ReportCell.of(moment.moment().plusNanos(1));
                    case ReportCell.Nothing nothing -> nothing;
                };
        cells.set(column, other);
        return new ReportRow(cells);
    }

    private static ReportDocument with(ReportPart part, List<ReportRow> rows) {
        return new ReportDocument(
                SampleReports.head(), List.of(new ReportPart(part.section(), ReportRows.of(rows))));
    }

    @Test
    void soDoesTheHead() throws IOException {
        ReportDocument report = SampleReports.statement();
        ReportHead head = report.head();
        ReportHead later =
                new ReportHead(
                        head.name(),
                        head.title(),
                        head.headline(),
                        head.place(),
                        head.period(),
                        new ReportHead.ReportMoment(
                                head.asOf().moment().plusMillis(1), head.asOf().zone()),
                        head.madeBy(),
                        head.figures(),
                        head.basis());
        assertThat(code(new ReportDocument(later, report.parts()))).isNotEqualTo(code(report));
        assertThat(code(new ReportDocument(head, List.of()))).isNotEqualTo(code(report));
    }

    /// What stands in two cells is told apart from the same in one.
    @Test
    void partingsCount() throws IOException {
        ReportPart part = SampleReports.statement().parts().getFirst();
        ReportRow row = SampleReports.sourceRows().getFirst();
        assertThat(code(with(part, List.of(row)))).isNotEqualTo(code(with(part, List.of())));
        assertThat(code(with(part, List.of(row, row))))
                .isNotEqualTo(code(with(part, List.of(row))));
    }
}
