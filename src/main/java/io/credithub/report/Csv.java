package io.credithub.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.credithub.report.Table.Column;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/// A table as CSV (RFC 4180): commas, CRLF, quotes where needed. The header says every title in
/// Chinese first.
public final class Csv {
    /// Makes Excel read the file as UTF-8.
    static final String BYTE_ORDER_MARK = "\uFEFF";

    /// There are no comments, so that no first cell is taken for one: a text of ours never has it.
    private static final char NO_COMMENT = 0;

    /// A text that a spreadsheet would take for a formula and compute; those of East Asia take the
    /// wide signs for it too.
    private static final Pattern FORMULA =
            Pattern.compile("[=+@\t\r\n\\-\uFF1D\uFF0B\uFF20\uFF0D].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Csv() {}

    public static String of(Table table) {
        StringWriter text = new StringWriter();
        CsvWriter csv = writer(text);
        csv.writeRecord(table.columns().stream().map(Csv::title).toList());
        for (List<String> row : table.rows()) {
            csv.writeRecord(row.stream().map(Csv::cell).toList());
        }
        flush(csv);
        return text.toString();
    }

    static CsvWriter writer(Writer out) {
        return CsvWriter.builder().commentCharacter(NO_COMMENT).build(out);
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String title(Column column) {
        return column.title().zh() + " " + column.title().en();
    }

    /// What a spreadsheet computes nothing of.
    static String cell(String value) {
        boolean formula = FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches();
        return formula ? "'" + value : value;
    }
}
