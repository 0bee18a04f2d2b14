package io.credithub.reading;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.flow.roster.RosterReading.RosterLine;
import io.credithub.flow.roster.RosterRow;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One row of a roster on its way to a checked value. Of what is wrong only a piece is told, and of
/// names nothing: in a row that has slipped, any cell may hold any of a person.
final class RosterFields {
    private static final int TEXT_LENGTH_MAX = 100;
    private static final int NUMBER_LENGTH_MAX = 64;
    private static final int DATE_LENGTH = "2024-09-01".length();

    /// Nobody of another age is on a roster of teachers.
    private static final String DIVISION = "[1-9][0-9]{5}";

    private static final int AGE_MIN = 14;

    private static final int AGE_MAX = 100;

    /// What is decided may be on the roster before it begins.
    private static final int YEARS_AHEAD_MAX = 1;

    private final long position;
    private final RosterHeader header;
    private final CsvRow row;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    RosterFields(long position, RosterHeader header, CsvRow row, LocalDate today) {
        this.position = position;
        this.header = header;
        this.row = row;
        this.today = today;
    }

    RosterLine line() {
        RosterRow read = read();
        if (findings.isEmpty() && read.teacherNo() == null && read.document() == null) {
            find(FindingCode.NO_IDENTITY, RosterColumn.TEACHER_NO, null);
        }
        return findings.isEmpty()
                ? new RosterLine.UnderstoodRow(position, read)
                : new RosterLine.RefusedRow(position, findings);
    }

    /// To be thrown away if there are findings.
    private RosterRow read() {
        String number = text(RosterColumn.TEACHER_NO, NUMBER_LENGTH_MAX);
        IdDocument document = document();
        String name = required(RosterColumn.NAME);
        String division = division();
        RosterRow.TeacherStatus status = code(RosterColumn.STATUS, RosterRow.TeacherStatus.class);
        LocalDate born = birthDate();
        LocalDate confirmed = day(RosterColumn.CONFIRMED_ON, born);
        LocalDate transferred = day(RosterColumn.TRANSFERRED_ON, born);
        LocalDate since = day(RosterColumn.DIVISION_SINCE, born);
        return new RosterRow(
                number,
                document,
                name == null ? "" : name,
                born,
                text(RosterColumn.SCHOOL_CODE, TEXT_LENGTH_MAX),
                text(RosterColumn.SCHOOL_NAME, TEXT_LENGTH_MAX),
                division,
                status,
                confirmed,
                transferred,
                text(RosterColumn.HOME_SCHOOL_CODE, TEXT_LENGTH_MAX),
                since,
                homeDivision(),
                day(RosterColumn.LEFT_ON, born));
    }

    private @Nullable String homeDivision() {
        String value = text(RosterColumn.HOME_DIVISION_CODE, TEXT_LENGTH_MAX);
        if (value == null || value.matches(DIVISION)) return value;
        find(FindingCode.OUT_OF_RANGE, RosterColumn.HOME_DIVISION_CODE, value);
        return null;
    }

    private boolean has(RosterColumn column) {
        return header.places().containsKey(column);
    }

    private @Nullable String text(RosterColumn column, int lengthMax) {
        String value = header.value(row, column);
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

    private @Nullable String required(RosterColumn column) {
        int before = findings.size();
        String value = text(column, TEXT_LENGTH_MAX);
        if (value == null && findings.size() == before) {
            find(FindingCode.MISSING_FIELD, column, null);
        }
        return value;
    }

    private @Nullable String division() {
        if (!has(RosterColumn.DIVISION_CODE)) return null;
        String value = required(RosterColumn.DIVISION_CODE);
        if (value == null || value.matches(DIVISION)) return value;
        find(FindingCode.OUT_OF_RANGE, RosterColumn.DIVISION_CODE, value);
        return null;
    }

    private <E extends Enum<E>> @Nullable E code(RosterColumn column, Class<E> codes) {
        if (!has(column)) return null;
        String value = required(column);
        if (value == null) return null;
        String name = value.toUpperCase(Locale.ROOT);
        for (E code : codes.getEnumConstants()) if (code.name().equals(name)) return code;
        find(FindingCode.UNKNOWN_CODE, column, value);
        return null;
    }

    private @Nullable LocalDate birthDate() {
        LocalDate born = date(RosterColumn.BIRTH_DATE);
        if (born == null) return null;
        boolean isOld = born.isBefore(today.minusYears(AGE_MAX));
        if (!isOld && !born.isAfter(today.minusYears(AGE_MIN))) return born;
        find(FindingCode.OUT_OF_RANGE, RosterColumn.BIRTH_DATE, born.toString());
        return null;
    }

    /// A day of a working life.
    private @Nullable LocalDate day(RosterColumn column, @Nullable LocalDate born) {
        LocalDate day = date(column);
        if (day == null) return null;
        boolean isEarly = day.isBefore(today.minusYears(AGE_MAX));
        if (isEarly || day.isAfter(today.plusYears(YEARS_AHEAD_MAX))) {
            find(FindingCode.OUT_OF_RANGE, column, day.toString());
        } else if (born != null && day.isBefore(born.plusYears(AGE_MIN))) {
            find(FindingCode.DATES_CONTRADICT, column, day.toString());
        }
        return day;
    }

    private @Nullable LocalDate date(RosterColumn column) {
        String value = text(column, TEXT_LENGTH_MAX);
        if (value == null) return null;
        try {
            if (value.length() == DATE_LENGTH) {
                return LocalDate.parse(value, DateTimeFormatter.ISO_LOCAL_DATE);
            }
        } catch (DateTimeParseException bad) {
            // told below, like one that is too long
        }
        find(FindingCode.BAD_DATE, column, value);
        return null;
    }

    private @Nullable IdDocument document() {
        String value = IdDocument.written(header.value(row, RosterColumn.ID_NUMBER));
        if (value.isEmpty()) return null;
        IdDocument.Type type = code(RosterColumn.ID_TYPE, IdDocument.Type.class);
        if (type == null) return null;
        IdDocument document = new IdDocument(type, value);
        if (IdDocument.isValid(type, document.number())) return document;
        find(FindingCode.BAD_ID_NUMBER, RosterColumn.ID_NUMBER, value);
        return null;
    }

    private void find(FindingCode code, RosterColumn column, @Nullable String value) {
        String shown = value == null ? null : Snippet.of(value);
        findings.add(new Finding(code, "/" + column.column(), shown));
    }
}
