package io.credithub.report.xlsx;

import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportSection;
import io.credithub.report.ReadBack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// Reads workbooks: the totals as they stand there, or what their formulas compute of the cells.
public final class XlsxReadBack implements ReadBack {
    private static final Pattern SUBTOTAL =
            Pattern.compile("SUBTOTAL\\(109,([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");
    private static final Pattern RANGE =
            Pattern.compile("(?:'([^']+)'!)?([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)");

    private final boolean isByFormula;

    private XlsxReadBack(boolean isByFormula) {
        this.isByFormula = isByFormula;
    }

    public static ReadBack byValue() {
        return new XlsxReadBack(false);
    }

    public static ReadBack byFormula() {
        return new XlsxReadBack(true);
    }

    @Override
    public List<ReadSection> read(byte[] file, List<ReportSection> sections) throws IOException {
        Map<String, List<Row>> sheets = sheets(file);
        List<ReadSection> read = new ArrayList<>();
        for (ReportSection section : sections) read.add(section(sheets, section));
        return read;
    }

    static Map<String, List<Row>> sheets(byte[] file) throws IOException {
        Map<String, List<Row>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book.getSheets().toList()) sheets.put(sheet.getName(), sheet.read());
        }
        return sheets;
    }

    /// The text of every cell, sheet by sheet.
    public static List<String> texts(byte[] file) throws IOException {
        List<String> texts = new ArrayList<>();
        for (List<Row> rows : sheets(file).values()) {
            for (Row row : rows) {
                row.stream().filter(Objects::nonNull).map(Cell::getText).forEach(texts::add);
            }
        }
        return texts;
    }

    /// A table's sheets are called as it is, the second with a number behind.
    private ReadSection section(Map<String, List<Row>> sheets, ReportSection section) {
        String title = section.table().title().zh().replaceAll("[\\[\\]:*?/\\\\]", " ");
        List<Row> last = List.of();
        String lastName = title;
        long rows = 0;
        for (var sheet : sheets.entrySet()) {
            if (!sheet.getKey().equals(title) && !sheet.getKey().startsWith(title + " (")) continue;
            last = sheet.getValue();
            lastName = sheet.getKey();
            rows += last.stream().filter(row -> row.getRowNum() > 1).count();
        }
        boolean hasTotals =
                last.getLast().getOptionalCell(0).map(Cell::getText).orElse("").equals("合计(数值)");
        if (!hasTotals) return new ReadSection(rows, Map.of());
        Row line = last.get(last.size() - (isByFormula ? 2 : 1));
        return new ReadSection(rows - 2, totals(section, line, reader(sheets, lastName)));
    }

    private Function<Cell, BigDecimal> reader(Map<String, List<Row>> sheets, String sheet) {
        return isByFormula ? cell -> computed(cell.getFormula(), sheets, sheet) : Cell::asNumber;
    }

    private static Map<String, Long> totals(
            ReportSection section, Row line, Function<Cell, BigDecimal> reader) {
        Map<String, Long> totals = new LinkedHashMap<>();
        List<ReportColumn> columns = section.table().columns();
        for (int i = 1; i < columns.size(); i++) {
            Cell cell = line.getOptionalCell(i).orElse(null);
            if (cell == null || isEmpty(cell)) continue;
            CellType type = columns.get(i).type();
            BigDecimal value = reader.apply(cell);
            if (type == CellType.SHARE) value = value.movePointRight(2);
            totals.put(columns.get(i).key(), ReadBack.amount(type, value));
        }
        return totals;
    }

    private static boolean isEmpty(Cell cell) {
        return cell.getFormula() == null && cell.getValue() == null;
    }

    /// Of the three shapes that there are, and no other.
    private static BigDecimal computed(
            String formula, Map<String, List<Row>> sheets, String sheet) {
        List<BigDecimal> sums = new ArrayList<>();
        String shape =
                SUBTOTAL.matcher(formula)
                        .replaceAll(found -> {
                            sums.add(sum(found, sheets, sheet));
                            return "S";
                        });
        return switch (shape) {
            case "S" -> sums.getFirst();
            case "ROUND(S,2)" -> sums.getFirst().setScale(2, RoundingMode.HALF_UP);
            case "IF(S=0,\"\",ROUND(S/S,4))" ->
                    sums.get(1).divide(sums.get(2), 4, RoundingMode.HALF_UP);
            default -> throw new AssertionError(formula);
        };
    }

    private static BigDecimal sum(
            MatchResult subtotal, Map<String, List<Row>> sheets, String sheet) {
        BigDecimal sum = BigDecimal.ZERO;
        Matcher range = RANGE.matcher(subtotal.group(1));
        while (range.find()) {
            String of = range.group(1) == null ? sheet : range.group(1);
            int column = column(range.group(2));
            for (Row row : Objects.requireNonNull(sheets.get(of), of)) {
                if (row.getRowNum() < Integer.parseInt(range.group(3))) continue;
                if (row.getRowNum() > Integer.parseInt(range.group(5))) continue;
                Cell cell = row.getOptionalCell(column).orElse(null);
                if (cell != null && !isEmpty(cell)) sum = sum.add(cell.asNumber());
            }
        }
        return sum;
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) column = column * 26 + letter - 'A' + 1;
        return column - 1;
    }
}
