package io.credithub.reading;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.reading.RawRecord;
import io.credithub.reading.sheet.TableRow;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads CSV rows by the names of their columns. Quotes are strict (RFC 4180), an empty value is
/// absent, and a column without a name may only be empty.
final class CsvRecords implements RecordReader {
    private static final char REPLACEMENT = '\uFFFD';
    private static final char MARK = '\uFEFF';

    private final CsvRow row;
    private final List<String> columns;
    private final int named;
    private final @Nullable Finding headFinding;

    /// @param head as it was cut: byte order mark and header row
    CsvRecords(String charset, byte[] head) {
        row = new CsvRow(Charset.forName(charset));
        CsvScanner scanner = CsvScanner.ofHeader();
        int mark = CharsetChoice.markIn(head);
        scanner.next(head, mark, head.length, true);
        row.read(head, scanner.bodyFrom, scanner.bodyTo);
        columns = columns(row);
        named = named(columns);
        headFinding = check(row, columns);
    }

    /// Finds the rows of this table.
    CsvScanner scanner() {
        return CsvScanner.of(columns.size());
    }

    /// Of a row of this table.
    int commas() {
        return Math.max(0, columns.size() - 1);
    }

    @Override
    public RawRecord read(long position, byte[] bytes, RecordScanner found) {
        if (headFinding != null) return RawRecord.unreadable(position, headFinding);
        if (found.bodyTo - found.bodyFrom > Limits.RECORD_BYTES_MAX) {
            String size = "> " + Limits.RECORD_BYTES_MAX + " B";
            return unreadable(position, FindingCode.TOO_LONG, size);
        }
        row.read(bytes, found.bodyFrom, found.bodyTo);
        if (!row.isDecoded()) return RawRecord.unreadable(position, undecoded());
        if (!row.isQuotedWell()) return unreadable(position, FindingCode.MALFORMED, "\"");
        if (!hasColumns()) {
            String count = row.size() + "/" + columns.size();
            return unreadable(position, FindingCode.WRONG_COLUMNS, count);
        }
        return fields(position);
    }

    /// Spreadsheets write empty cells at the end of some rows, and leave them out of others.
    private boolean hasColumns() {
        if (row.size() < named) return false;
        for (int column = columns.size(); column < row.size(); column++) {
            if (!row.value(column).isBlank()) return false;
        }
        return true;
    }

    private RawRecord fields(long position) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < Math.min(columns.size(), row.size()); column++) {
            String value = row.value(column);
            if (value.isEmpty()) continue;
            String name = columns.get(column);
            if (name.isEmpty()) {
                Finding unnamed = new Finding(FindingCode.WRONG_COLUMNS, field(column), null);
                return RawRecord.unreadable(position, unnamed);
            }
            fields.put(name, value);
        }
        return RawRecord.of(position, fields);
    }

    private Finding undecoded() {
        for (int column = 0; column < row.size(); column++) {
            String value = row.value(column);
            if (value.indexOf(REPLACEMENT) < 0) continue;
            return new Finding(FindingCode.BAD_CHARACTER, field(column), Snippet.of(value));
        }
        return new Finding(FindingCode.BAD_CHARACTER, "", null);
    }

    private String field(int column) {
        boolean isNamed = column < columns.size() && !columns.get(column).isEmpty();
        return isNamed ? columns.get(column) : "#" + (column + 1);
    }

    /// The names in a header row.
    static List<String> columns(TableRow row) {
        List<String> columns = new ArrayList<>(row.size());
        for (int column = 0; column < row.size(); column++) {
            String name = Blanks.strip(row.value(column));
            boolean isMarked = column == 0 && !name.isEmpty() && name.charAt(0) == MARK;
            columns.add(isMarked ? Blanks.strip(name.substring(1)) : name);
        }
        return columns;
    }

    /// How many columns there are up to the last that has a name.
    static int named(List<String> columns) {
        int named = columns.size();
        while (named > 0 && columns.get(named - 1).isEmpty()) named--;
        return named;
    }

    private static @Nullable Finding check(CsvRow row, List<String> columns) {
        if (!row.isDecoded()) return new Finding(FindingCode.BAD_CHARACTER, "", "header");
        if (!row.isQuotedWell()) return new Finding(FindingCode.MALFORMED, "", "header");
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                return new Finding(FindingCode.WRONG_COLUMNS, column, "2 × " + Snippet.of(column));
            }
        }
        return null;
    }

    private static RawRecord unreadable(long position, FindingCode code, String value) {
        return RawRecord.unreadable(position, new Finding(code, "", value));
    }
}
