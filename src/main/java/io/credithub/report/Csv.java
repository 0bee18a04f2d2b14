package io.credithub.report;

import io.credithub.report.Table.Column;
import java.util.List;
import java.util.regex.Pattern;

/// A table as CSV (RFC 4180): commas, CRLF, quotes where needed. The header says every title in
/// Chinese first.
public final class Csv {
    /// Makes Excel read the file as UTF-8.
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String LINE_END = "\r\n";
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

    /// A text that a spreadsheet would take for a formula and compute.
    private static final Pattern FORMULA = Pattern.compile("[=+@\t\r-].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Csv() {}

    public static String of(Table table) {
        StringBuilder csv = new StringBuilder();
        line(csv, table.columns().stream().map(Csv::title).toList());
        for (List<String> row : table.rows()) line(csv, row);
        return csv.toString();
    }

    private static String title(Column column) {
        return column.title().zh() + " " + column.title().en();
    }

    private static void line(StringBuilder csv, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) csv.append(',');
            csv.append(cell(cells.get(i)));
        }
        csv.append(LINE_END);
    }

    private static String cell(String value) {
        boolean formula = FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches();
        String safe = formula ? "'" + value : value;
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
