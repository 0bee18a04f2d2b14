package io.credithub.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.report.ReportCell.Amount;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.TableSums;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportWriter;
import io.credithub.flow.report.WriteReport;
import io.credithub.report.ReadBack.ReadSection;
import io.credithub.report.paper.DrawnFont;
import io.credithub.report.paper.HtmlReadBack;
import io.credithub.report.paper.PdfReadBack;
import io.credithub.report.paper.PublicAddress;
import io.credithub.report.writers.FormatWriters;
import io.credithub.report.xlsx.XlsxReadBack;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a report is written as, the same stands under its tables. A new format joins by one
/// line in [#WRITTEN].
final class ReportTotalsTest {
    private static final List<Written> WRITTEN =
            List.of(
                    new Written("CSV", ReportFormat.CSV, new CsvReadBack()),
                    new Written("JSON", ReportFormat.JSON, new JsonReadBack()),
                    new Written("HTML", ReportFormat.HTML, new HtmlReadBack()),
                    new Written("PDF", ReportFormat.PDF, new PdfReadBack()),
                    new Written("XLSX by value", ReportFormat.XLSX, XlsxReadBack.byValue()),
                    new Written("XLSX by formula", ReportFormat.XLSX, XlsxReadBack.byFormula()));

    record Written(String name, ReportFormat format, ReadBack back) {
        /// Sheets take their time.
        ReportDocument many() {
            return SampleReports.teachers(format == ReportFormat.PDF ? 123 : 2_345);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> reports() {
        return WRITTEN.stream()
                .flatMap(written ->
                        Stream.of(
                                Arguments.of(written, "statement", SampleReports.statement()),
                                Arguments.of(written, "nobody", SampleReports.teachers(0)),
                                Arguments.of(written, "many", written.many())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("reports")
    void theTotalsAreTheHubs(Written written, String name, ReportDocument report)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatWriters writers = new FormatWriters(DrawnFont.named(), PublicAddress.UNKNOWN);
        ReportWriter writer = writers.open(written.format(), ReportLanguage.ZH, out);
        new WriteReport(Runnable::run).write(report, writer, _ -> {}).await().indefinitely();
        assertThat(written.back().read(out.toByteArray(), report.sections()))
                .as(name)
                .isEqualTo(expected(report));
    }

    private static List<ReadSection> expected(ReportDocument report) {
        List<ReadSection> all = new ArrayList<>();
        for (ReportPart part : report.parts()) {
            TableSums sums = new TableSums(part.section().table());
            part.rows()
                    .each(rows -> {
                        rows.forEach(sums::add);
                        return Uni.createFrom().voidItem();
                    })
                    .await()
                    .indefinitely();
            all.add(new ReadSection(sums.rows(), amounts(part.section(), sums.totals())));
        }
        return all;
    }

    private static Map<String, Long> amounts(ReportSection section, ReportRow totals) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        List<ReportColumn> columns = section.table().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (totals.cells().get(i) instanceof Amount(long value)) {
                amounts.put(columns.get(i).key(), value);
            }
        }
        return amounts;
    }
}
