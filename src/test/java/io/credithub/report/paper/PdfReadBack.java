package io.credithub.report.paper;

import io.credithub.domain.report.ColumnTotal;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportSection;
import io.credithub.report.ReadBack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// Reads sheets by the lines that are printed on them.
public final class PdfReadBack implements ReadBack {
    private static final String TOTAL = "合计 ";

    @Override
    public List<ReadSection> read(byte[] file, List<ReportSection> sections) throws IOException {
        List<ReadSection> read = new ArrayList<>();
        String total = "";
        for (String line : String.join("\n", sheets(file)).lines().toList()) {
            if (line.startsWith(TOTAL)) total = line.substring(TOTAL.length());
            if (!line.matches("共 [0-9,]+ 行")) continue;
            ReportSection meant = sections.get(read.size());
            read.add(new ReadSection(HtmlReadBack.rows(line), totals(total, meant)));
            total = "";
        }
        if (read.size() != sections.size()) throw new AssertionError(read);
        return read;
    }

    private static Map<String, Long> totals(String line, ReportSection meant) {
        Map<String, Long> totals = new LinkedHashMap<>();
        if (line.isEmpty()) return totals;
        List<String> printed = Arrays.asList(line.strip().split(" +"));
        List<ReportColumn> summed =
                meant.table().columns().stream()
                        .filter(column -> !(column.total() instanceof ColumnTotal.NoTotal))
                        .toList();
        if (printed.size() != summed.size()) throw new AssertionError(line);
        for (int i = 0; i < printed.size(); i++) {
            HtmlReadBack.put(totals, summed.get(i), printed.get(i));
        }
        return totals;
    }

    /// The text of each sheet.
    public static List<String> sheets(byte[] pdf) throws IOException {
        List<String> sheets = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                sheets.add(stripper.getText(document));
            }
        }
        return sheets;
    }
}
