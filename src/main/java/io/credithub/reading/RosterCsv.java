package io.credithub.reading;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.Content;
import io.credithub.flow.RosterReading;
import io.credithub.flow.RosterRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The roster of teachers as CSV with a header: `teacher_no, id_type, id_number, name, birth_date,
/// school_code, school_name, division_code, status, confirmed_on, transferred_on,
/// home_school_code`. UTF-8 or GB18030; empty means absent.
@ApplicationScoped
public class RosterCsv implements RosterReading {
    private static final int TEXT_LENGTH_MAX = 100;

    @Override
    public Rows open(Content content) throws IOException {
        CharsetChoice choice = CharsetChoice.of(null, null, content);
        if (!choice.isReadable()) return new Unreadable(choice.charset());
        InputStream in = content.open();
        in.skipNBytes(choice.markBytes());
        return new File(
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(in, Charset.forName(choice.charset()))));
    }

    /// A file whose charset nobody can read: one refusal that says so.
    private static final class Unreadable implements Rows {
        private final String charset;
        private boolean isTold;

        Unreadable(String charset) {
            this.charset = charset;
        }

        @Override
        public List<Line> next(int atMost) {
            if (isTold) return List.of();
            isTold = true;
            Finding finding = new Finding(FindingCode.BAD_CHARACTER, "/", charset);
            return List.of(new Line.Refused(0, List.of(finding)));
        }

        @Override
        public void close() {}
    }

    private static final class File implements Rows {
        private final CsvReader<NamedCsvRecord> csv;
        private final Iterator<NamedCsvRecord> rows;
        private long position;

        File(CsvReader<NamedCsvRecord> csv) {
            this.csv = csv;
            this.rows = csv.iterator();
        }

        @Override
        public List<Line> next(int atMost) {
            List<Line> lines = new ArrayList<>(atMost);
            while (lines.size() < atMost && rows.hasNext()) {
                lines.add(new RowParse(position++, rows.next()).line());
            }
            return lines;
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /// One row on its way to a checked value.
    private static final class RowParse {
        private final long position;
        private final NamedCsvRecord row;
        private final List<Finding> findings = new ArrayList<>();

        RowParse(long position, NamedCsvRecord row) {
            this.position = position;
            this.row = row;
        }

        RosterReading.Line line() {
            String number = text("teacher_no");
            IdDocument document = document();
            String name = required("name");
            String division = required("division_code");
            RosterRow.Status status = code("status", RosterRow.Status.class);
            LocalDate born = date("birth_date");
            LocalDate confirmed = date("confirmed_on");
            LocalDate transferred = date("transferred_on");
            LocalDate since = date("division_since");
            if (number == null && document == null) find(FindingCode.NO_IDENTITY, "teacher_no", "");
            if (division != null && !division.matches("[0-9]{6}")) {
                find(FindingCode.OUT_OF_RANGE, "division_code", division);
            }
            if (!findings.isEmpty() || name == null || division == null || status == null) {
                return new RosterReading.Line.Refused(position, findings);
            }
            return new RosterReading.Line.Understood(
                    position,
                    new RosterRow(
                            number,
                            document,
                            name,
                            born,
                            text("school_code"),
                            text("school_name"),
                            division,
                            status,
                            confirmed,
                            transferred,
                            text("home_school_code"),
                            since));
        }

        private @Nullable String text(String column) {
            String value = row.findField(column).orElse("").strip();
            if (value.isEmpty()) return null;
            if (value.length() > TEXT_LENGTH_MAX) find(FindingCode.TOO_LONG, column, value);
            if (value.chars().anyMatch(c -> c < ' ' || c == '\uFFFD')) {
                find(FindingCode.BAD_CHARACTER, column, "");
            }
            return value;
        }

        private @Nullable String required(String column) {
            String value = text(column);
            if (value == null) find(FindingCode.MISSING_FIELD, column, "");
            return value;
        }

        private <E extends Enum<E>> @Nullable E code(String column, Class<E> codes) {
            String value = required(column);
            if (value == null) return null;
            for (E code : codes.getEnumConstants()) if (code.name().equals(value)) return code;
            find(FindingCode.UNKNOWN_CODE, column, value);
            return null;
        }

        private @Nullable LocalDate date(String column) {
            String value = text(column);
            if (value == null) return null;
            try {
                return LocalDate.parse(value, DateTimeFormatter.ISO_LOCAL_DATE);
            } catch (DateTimeParseException bad) {
                find(FindingCode.BAD_DATE, column, value);
                return null;
            }
        }

        private @Nullable IdDocument document() {
            String value = text("id_number");
            if (value == null) return null;
            IdDocument.Type type = code("id_type", IdDocument.Type.class);
            if (type == null) return null;
            IdDocument document = new IdDocument(type, value.toUpperCase(Locale.ROOT));
            if (IdDocument.isValid(type, document.number())) return document;
            find(FindingCode.BAD_ID_NUMBER, "id_number", document.masked());
            return null;
        }

        private void find(FindingCode code, String column, String value) {
            findings.add(new Finding(code, "/" + column, value.isEmpty() ? null : value));
        }
    }
}
