package io.credithub.reading;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.expectation.EnrolmentColumn;
import io.credithub.flow.expectation.EnrolmentReading;
import io.credithub.flow.expectation.EnrolmentRow;
import io.credithub.flow.reading.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An enrolment list as CSV with a header of [EnrolmentColumn]s. UTF-8 or GB18030. A row that
/// cannot be understood is told and harms no other; a file that is no such table is refused whole.
@ApplicationScoped
public class EnrolmentCsv implements EnrolmentReading {
    private static final int START_BYTES = 4;
    private static final int TEXT_LENGTH_MAX = 100;
    private static final int NUMBER_LENGTH_MAX = 64;
    private static final BigDecimal HOURS_MAX = BigDecimal.valueOf(10_000);
    private static final Pattern HOURS = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,2})?");

    @Override
    public boolean knows(String charset) {
        String name = CharsetChoice.named(charset);
        return name != null && CharsetChoice.isReadable(name);
    }

    @Override
    public OpenedList open(Content content, @Nullable String charset) throws IOException {
        Finding noText = RosterHeader.noText(start(content));
        if (noText != null) return new UnreadableList(noText);
        CharsetChoice choice = CharsetChoice.of(charset, null, content, true);
        if (choice.charset().equals(CharsetChoice.DOUBTFUL)) {
            return unreadable(FindingCode.DOUBTFUL_CHARSET, "/", choice.charset());
        }
        if (!choice.isReadable()) {
            return unreadable(FindingCode.BAD_CHARACTER, "/", choice.charset());
        }
        InputStream in = content.open();
        in.skipNBytes(choice.markBytes());
        CsvLines lines = new CsvLines(in, new CsvRow(Charset.forName(choice.charset())));
        OpenedList opened = header(lines);
        if (opened instanceof UnreadableList) lines.close();
        return opened;
    }

    private static byte[] start(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(START_BYTES);
        }
    }

    private static OpenedList header(CsvLines lines) throws IOException {
        CsvRow row = lines.next();
        if (row == null || !row.isDecoded() || !row.isQuotedWell()) {
            return unreadable(FindingCode.NO_TABLE, "/", null);
        }
        List<String> names = CsvRecords.columns(row);
        Map<EnrolmentColumn, Integer> places = new EnumMap<>(EnrolmentColumn.class);
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place);
            if (name.isEmpty()) continue;
            if (name.indexOf('\0') >= 0) return unreadable(FindingCode.NO_TABLE, "/", null);
            EnrolmentColumn column = EnrolmentColumn.of(name);
            if (column == null) {
                String where = "#" + (place + 1);
                return unreadable(FindingCode.UNKNOWN_COLUMN, where, Snippet.of(name));
            }
            if (places.putIfAbsent(column, place) != null) {
                return unreadable(FindingCode.REPEATED_COLUMN, "/" + column.column(), null);
            }
        }
        EnrolmentColumn missing = missing(places);
        return missing == null
                ? new ListFile(lines, places, names.size(), CsvRecords.named(names))
                : unreadable(FindingCode.MISSING_COLUMN, "/" + missing.column(), null);
    }

    /// Who is enrolled must be told by number or document, and by name.
    private static @Nullable EnrolmentColumn missing(Map<EnrolmentColumn, Integer> places) {
        if (!places.containsKey(EnrolmentColumn.NAME)) return EnrolmentColumn.NAME;
        boolean isDocumented = places.containsKey(EnrolmentColumn.ID_NUMBER);
        if (!isDocumented && !places.containsKey(EnrolmentColumn.TEACHER_NO)) {
            return EnrolmentColumn.TEACHER_NO;
        }
        boolean isTyped = places.containsKey(EnrolmentColumn.ID_TYPE);
        return isDocumented && !isTyped ? EnrolmentColumn.ID_TYPE : null;
    }

    private static UnreadableList unreadable(
            FindingCode code, String field, @Nullable String value) {
        return new UnreadableList(new Finding(code, field, value));
    }

    /// Places are from 0; of the cells that the header has, those up to the last with a name are
    /// needed in every row.
    private static final class ListFile implements ListRows {
        private final CsvLines lines;
        private final Map<EnrolmentColumn, Integer> places;
        private final int cells;
        private final int named;
        private long position;

        ListFile(CsvLines lines, Map<EnrolmentColumn, Integer> places, int cells, int named) {
            this.lines = lines;
            this.places = places;
            this.cells = cells;
            this.named = named;
        }

        @Override
        public List<ListLine> next(int atMost) throws IOException {
            List<ListLine> some = new ArrayList<>(atMost);
            while (some.size() < atMost) {
                CsvRow row = lines.next();
                if (row == null) break;
                some.add(line(row));
                position++;
            }
            return some;
        }

        private ListLine line(CsvRow row) {
            if (lines.isLong()) return refused(FindingCode.TOO_LONG, "/", null);
            if (!row.isQuotedWell()) return refused(FindingCode.MALFORMED, "/", "\"");
            if (!fits(row)) {
                return refused(FindingCode.WRONG_COLUMNS, "/", row.size() + "/" + named);
            }
            return new RowFields(position, places, row).line();
        }

        private ListLine refused(FindingCode code, String field, @Nullable String value) {
            return new ListLine.RefusedLine(position, List.of(new Finding(code, field, value)));
        }

        /// Spreadsheets write empty cells at the end of some rows, and leave them out of others. A
        /// value without a column belongs to nobody knows what.
        private boolean fits(CsvRow row) {
            if (row.size() < named) return false;
            for (int cell = 0; cell < row.size(); cell++) {
                boolean isKnown = cell < cells && places.containsValue(cell);
                if (!isKnown && !Blanks.strip(row.value(cell)).isEmpty()) return false;
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /// One row on its way to a checked value. Of what is wrong only a piece is told, and of names
    /// nothing: in a row that has slipped, any cell may hold any of a person.
    private static final class RowFields {
        private final long position;
        private final Map<EnrolmentColumn, Integer> places;
        private final CsvRow row;
        private final List<Finding> findings = new ArrayList<>();

        RowFields(long position, Map<EnrolmentColumn, Integer> places, CsvRow row) {
            this.position = position;
            this.places = places;
            this.row = row;
        }

        ListLine line() {
            String number = text(EnrolmentColumn.TEACHER_NO, NUMBER_LENGTH_MAX);
            IdDocument document = document();
            String name = text(EnrolmentColumn.NAME, TEXT_LENGTH_MAX);
            Integer hours = hours();
            if (findings.isEmpty() && name == null) {
                find(FindingCode.MISSING_FIELD, EnrolmentColumn.NAME, null);
            }
            if (findings.isEmpty() && number == null && document == null) {
                find(FindingCode.NO_IDENTITY, EnrolmentColumn.TEACHER_NO, null);
            }
            if (!findings.isEmpty() || name == null) {
                return new ListLine.RefusedLine(position, findings);
            }
            return new ListLine.EnrolledLine(
                    position, new EnrolmentRow(number, document, name, hours));
        }

        private String value(EnrolmentColumn column) {
            Integer place = places.get(column);
            return place == null ? "" : Blanks.strip(row.value(place));
        }

        private @Nullable String text(EnrolmentColumn column, int lengthMax) {
            String value = value(column);
            if (value.isEmpty()) return null;
            if (value.codePointCount(0, value.length()) > lengthMax) {
                find(FindingCode.TOO_LONG, column, null);
                return null;
            }
            if (isBroken(value)) {
                find(FindingCode.BAD_CHARACTER, column, null);
                return null;
            }
            return value;
        }

        private static boolean isBroken(String value) {
            return value.codePoints()
                    .anyMatch(c ->
                            Character.isISOControl(c)
                                    || c == '\uFFFD'
                                    || Character.getType(c) == Character.SURROGATE);
        }

        private @Nullable IdDocument document() {
            String value = IdDocument.written(value(EnrolmentColumn.ID_NUMBER));
            if (value.isEmpty()) return null;
            IdDocument.Type type = type();
            if (type == null) return null;
            if (IdDocument.isValid(type, value)) return new IdDocument(type, value);
            find(FindingCode.BAD_ID_NUMBER, EnrolmentColumn.ID_NUMBER, value);
            return null;
        }

        private IdDocument.@Nullable Type type() {
            String value = value(EnrolmentColumn.ID_TYPE);
            String name = value.toUpperCase(Locale.ROOT);
            for (IdDocument.Type type : IdDocument.Type.values()) {
                if (type.name().equals(name)) return type;
            }
            if (value.isEmpty()) find(FindingCode.MISSING_FIELD, EnrolmentColumn.ID_TYPE, null);
            else find(FindingCode.UNKNOWN_CODE, EnrolmentColumn.ID_TYPE, value);
            return null;
        }

        private @Nullable Integer hours() {
            String value = value(EnrolmentColumn.HOURS);
            if (value.isEmpty()) return null;
            if (!HOURS.matcher(value).matches()) {
                find(FindingCode.WRONG_TYPE, EnrolmentColumn.HOURS, value);
                return null;
            }
            BigDecimal hours = new BigDecimal(value);
            if (hours.signum() == 0 || hours.compareTo(HOURS_MAX) > 0) {
                find(FindingCode.OUT_OF_RANGE, EnrolmentColumn.HOURS, value);
                return null;
            }
            return hours.movePointRight(2).intValueExact();
        }

        private void find(FindingCode code, EnrolmentColumn column, @Nullable String value) {
            String shown = value == null ? null : Snippet.of(value);
            findings.add(new Finding(code, "/" + column.column(), shown));
        }
    }
}
