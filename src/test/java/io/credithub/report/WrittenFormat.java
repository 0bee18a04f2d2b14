package io.credithub.report;

import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportCell.Amount;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.domain.report.TableSums;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A report written in a format, and what stands under its tables read back. A new format joins by
/// one line in [#ALL].
public record WrittenFormat(String name, ReportFormat format, ReadBack back) {
    public static final List<WrittenFormat> ALL =
            List.of(
                    new WrittenFormat("CSV", ReportFormat.CSV, new CsvReadBack()),
                    new WrittenFormat("JSON", ReportFormat.JSON, new JsonReadBack()),
                    new WrittenFormat("HTML", ReportFormat.HTML, new HtmlReadBack()),
                    new WrittenFormat("PDF", ReportFormat.PDF, new PdfReadBack()),
                    new WrittenFormat("XLSX by value", ReportFormat.XLSX, XlsxReadBack.byValue()),
                    new WrittenFormat(
                            "XLSX by formula", ReportFormat.XLSX, XlsxReadBack.byFormula()));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public List<ReadSection> readBack(ReportDocument report) throws IOException {
        boolean isPaper = format == ReportFormat.PDF;
        return back.read(write(report), isPaper ? printed(report) : report.sections());
    }

    /// A total that is empty leaves no trace on paper: the ones that are there are read in order.
    private static List<ReportSection> printed(ReportDocument report) {
        List<ReadSection> expected = expected(report);
        List<ReportSection> printed = new ArrayList<>();
        for (ReportSection section : report.sections()) {
            Map<String, Long> totals = expected.get(printed.size()).totals();
            ReportTable table = section.table();
            List<ReportColumn> columns =
                    table.columns().stream()
                            .map(one -> totals.containsKey(one.key()) ? one : without(one))
                            .toList();
            printed.add(
                    new ReportSection(
                            new ReportTable(table.key(), table.title(), columns),
                            section.charts()));
        }
        return printed;
    }

    private static ReportColumn without(ReportColumn column) {
        return new ReportColumn(
                column.key(),
                column.title(),
                column.type(),
                column.unit(),
                column.figure(),
                ColumnTotal.NONE);
    }

    public byte[] write(ReportDocument report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatWriters writers = new FormatWriters(DrawnFont.named(), PublicAddress.UNKNOWN);
        ReportWriter writer = writers.open(format, ReportLanguage.ZH, out);
        new WriteReport(Runnable::run).write(report, writer, _ -> {}).await().atMost(PATIENCE);
        return out.toByteArray();
    }

    /// What the hub says stands under them.
    public static List<ReadSection> expected(ReportDocument report) {
        List<ReadSection> all = new ArrayList<>();
        for (ReportPart part : report.parts()) {
            TableSums sums = new TableSums(part.section().table());
            part.rows()
                    .each(rows -> {
                        rows.forEach(sums::add);
                        return Uni.createFrom().voidItem();
                    })
                    .await()
                    .atMost(PATIENCE);
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

    @Override
    public String toString() {
        return name;
    }
}
