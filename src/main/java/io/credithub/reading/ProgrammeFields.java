package io.credithub.reading;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.programme.ProgrammeColumn;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.RegisterFile.RegisterRow;
import io.credithub.flow.programme.RegisterReading.RegisterLine;
import io.credithub.reading.ProgrammeCsv.ProgrammeHeader;
import io.credithub.reading.sheet.TableRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One row of a register file on its way to a checked value.
final class ProgrammeFields {
    private static final int CODE_LENGTH_MAX = 100;
    private static final int NAME_LENGTH_MAX = 200;
    private static final int CELL_LENGTH_MAX = 20_000;
    private static final int DATE_LENGTH = "2024-09-01".length();
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final int PLACES_MAX = 10_000_000;
    private static final Pattern HOURS = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,2})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,8}");
    private static final Pattern DIVISION = Pattern.compile("[1-9][0-9]{5}");
    private static final Pattern ALIAS_ENDS = Pattern.compile("[|｜]");
    private static final Pattern PLACE_ENDS = Pattern.compile("[;\uFF1B]");

    private final long position;
    private final ProgrammeHeader header;
    private final TableRow row;
    private final List<Finding> findings = new ArrayList<>();

    ProgrammeFields(long position, ProgrammeHeader header, TableRow row) {
        this.position = position;
        this.header = header;
        this.row = row;
    }

    RegisterLine line() {
        String code = required(ProgrammeColumn.CODE, CODE_LENGTH_MAX);
        String name = required(ProgrammeColumn.NAME, NAME_LENGTH_MAX);
        LocalDate start = date(ProgrammeColumn.STARTS_ON);
        LocalDate end = date(ProgrammeColumn.ENDS_ON);
        if (start != null && end != null && end.isBefore(start)) {
            find(FindingCode.PERIOD_REVERSED, ProgrammeColumn.ENDS_ON, end.toString());
        }
        ProgrammeTerms terms =
                new ProgrammeTerms(
                        name,
                        code(ProgrammeColumn.LEVEL, Level.values(), Level::zh),
                        code(ProgrammeColumn.FORM, Form.values(), Form::zh),
                        hours(),
                        text(ProgrammeColumn.ORGANISER, NAME_LENGTH_MAX),
                        start,
                        end,
                        places());
        RegisterRow read = new RegisterRow(code, terms, aliases());
        return new RegisterLine(position, findings.isEmpty() ? read : null, findings);
    }

    private String required(ProgrammeColumn column, int lengthMax) {
        int before = findings.size();
        String value = text(column, lengthMax);
        if (value == null && findings.size() == before) {
            find(FindingCode.MISSING_FIELD, column, null);
        }
        return value == null ? "" : value;
    }

    private @Nullable String text(ProgrammeColumn column, int lengthMax) {
        String value = header.value(row, column);
        if (value.isEmpty()) return null;
        return isSound(column, value, lengthMax) ? value : null;
    }

    private boolean isSound(ProgrammeColumn column, String value, int lengthMax) {
        if (value.codePointCount(0, value.length()) > lengthMax) {
            find(FindingCode.TOO_LONG, column, null);
            return false;
        }
        boolean isBroken =
                value.codePoints()
                        .anyMatch(c ->
                                Character.isISOControl(c)
                                        || c == '\uFFFD'
                                        || Character.getType(c) == Character.SURROGATE);
        if (isBroken) find(FindingCode.BAD_CHARACTER, column, null);
        return !isBroken;
    }

    private List<String> aliases() {
        String cell = text(ProgrammeColumn.ALIASES, CELL_LENGTH_MAX);
        if (cell == null) return List.of();
        List<String> aliases = new ArrayList<>();
        for (String part : ALIAS_ENDS.split(cell)) {
            String alias = Blanks.strip(part);
            if (alias.isEmpty()) continue;
            if (!isSound(ProgrammeColumn.ALIASES, alias, NAME_LENGTH_MAX)) return List.of();
            aliases.add(alias);
        }
        if (aliases.size() > ProgrammeEntries.ALIASES_MAX) {
            find(FindingCode.TOO_LONG, ProgrammeColumn.ALIASES, String.valueOf(aliases.size()));
        }
        return aliases;
    }

    /// By its name in the contract, or the Chinese word.
    private <E extends Enum<E>> @Nullable E code(
            ProgrammeColumn column, E[] codes, Function<E, String> chinese) {
        String value = text(column, CODE_LENGTH_MAX);
        if (value == null) return null;
        String name = value.toUpperCase(Locale.ROOT);
        for (E code : codes) {
            if (code.name().equals(name) || chinese.apply(code).equals(value)) return code;
        }
        find(FindingCode.UNKNOWN_CODE, column, value);
        return null;
    }

    private @Nullable Integer hours() {
        String value = text(ProgrammeColumn.HOURS, CODE_LENGTH_MAX);
        if (value == null) return null;
        if (!HOURS.matcher(value).matches()) {
            find(FindingCode.OUT_OF_RANGE, ProgrammeColumn.HOURS, value);
            return null;
        }
        return new BigDecimal(value).movePointRight(2).intValueExact();
    }

    private @Nullable LocalDate date(ProgrammeColumn column) {
        String value = text(column, CODE_LENGTH_MAX);
        if (value == null) return null;
        LocalDate day = null;
        try {
            if (value.length() == DATE_LENGTH) {
                day = LocalDate.parse(value, DateTimeFormatter.ISO_LOCAL_DATE);
            }
        } catch (DateTimeParseException bad) {
            // told below, like one that is too long
        }
        if (day == null) find(FindingCode.BAD_DATE, column, value);
        else if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            find(FindingCode.OUT_OF_RANGE, column, value);
        }
        return day;
    }

    private Map<String, Integer> places() {
        Map<String, Integer> places = new TreeMap<>();
        header.counties()
                .forEach((division, cell) -> {
                    String value = header.cell(row, cell);
                    if (!value.isEmpty()) place(places, division, value);
                });
        String all = text(ProgrammeColumn.PLACES, CELL_LENGTH_MAX);
        if (all == null) return places;
        for (String part : PLACE_ENDS.split(all)) {
            String one = Blanks.strip(part);
            int equals = one.indexOf('=');
            if (one.isEmpty()) continue;
            if (equals < 0) find(FindingCode.MALFORMED, ProgrammeColumn.PLACES, one);
            else {
                String division = Blanks.strip(one.substring(0, equals));
                place(places, division, Blanks.strip(one.substring(equals + 1)));
            }
        }
        return places;
    }

    private void place(Map<String, Integer> places, String division, String value) {
        String shown = division + "=" + value;
        boolean isSound = DIVISION.matcher(division).matches() && COUNT.matcher(value).matches();
        if (!isSound || Integer.parseInt(value) > PLACES_MAX) {
            find(FindingCode.OUT_OF_RANGE, ProgrammeColumn.PLACES, shown);
        } else if (places.putIfAbsent(division, Integer.parseInt(value)) != null) {
            find(FindingCode.DUPLICATE_KEY, ProgrammeColumn.PLACES, shown);
        }
    }

    private void find(FindingCode code, ProgrammeColumn column, @Nullable String value) {
        findings.add(new Finding(code, "/" + column.column(), value));
    }
}
