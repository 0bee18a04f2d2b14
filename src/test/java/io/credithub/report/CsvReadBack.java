package io.credithub.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportSection;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class CsvReadBack implements ReadBack {
    @Override
    public List<ReadSection> read(byte[] file, List<ReportSection> sections) throws IOException {
        List<List<List<String>>> blocks = blocks(new String(file, UTF_8).substring(1));
        List<ReadSection> read = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            List<List<String>> block = blocks.get(i);
            int titles = sections.size() == 1 ? 1 : 2;
            List<String> last = block.getLast();
            boolean hasTotals = last.contains("合计");
            int rows = block.size() - titles - (hasTotals ? 1 : 0);
            read.add(new ReadSection(rows, hasTotals ? totals(sections.get(i), last) : Map.of()));
        }
        return read;
    }

    /// Each row of a table has more than one cell, so an empty line is nothing but a parting.
    private static List<List<List<String>>> blocks(String text) throws IOException {
        List<List<List<String>>> blocks = new ArrayList<>();
        blocks.add(new ArrayList<>());
        try (var csv =
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .commentStrategy(CommentStrategy.NONE)
                        .ofCsvRecord(text)) {
            csv.forEach(record -> {
                if (record.getFields().equals(List.of(""))) blocks.add(new ArrayList<>());
                else blocks.getLast().add(record.getFields());
            });
        }
        return blocks;
    }

    private static Map<String, Long> totals(ReportSection section, List<String> line) {
        Map<String, Long> totals = new LinkedHashMap<>();
        List<ReportColumn> columns = section.table().columns();
        for (int i = 0; i < columns.size(); i++) {
            String cell = line.get(i);
            if (cell.isEmpty() || cell.equals("合计")) continue;
            totals.put(
                    columns.get(i).key(),
                    ReadBack.amount(columns.get(i).type(), new BigDecimal(cell)));
        }
        return totals;
    }
}
