package io.credithub.reading;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.programme.ProgrammeColumn;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.RegisterFile.RegisterRow;
import io.credithub.flow.programme.RegisterReading;
import io.credithub.flow.reading.Content;
import io.credithub.reading.RosterHeader.TableWidth;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The programme register as CSV with a header of [ProgrammeColumn]s. UTF-8 or GB18030. A row that
/// cannot be understood is told and harms no other; a file that is no such table is refused whole.
@ApplicationScoped
public class ProgrammeCsv implements RegisterReading {
    /// Beside those that can be taken in, some that are refused.
    private static final int ROWS_MAX = 2 * ProgrammeEntries.ENTRIES_MAX;

    private static final int START_BYTES = 4;

    @Override
    public boolean knows(String charset) {
        String name = CharsetChoice.named(charset);
        return name != null && CharsetChoice.isReadable(name);
    }

    @Override
    public ReadRegister read(Content content, @Nullable String charset) throws IOException {
        try (InputStream start = content.open()) {
            Finding noText = RosterHeader.noText(start.readNBytes(START_BYTES));
            if (noText != null) return new ReadRegister.NoRegister(noText);
        }
        CharsetChoice choice = CharsetChoice.of(charset, null, content, true);
        if (choice.charset().equals(CharsetChoice.DOUBTFUL)) {
            return no(FindingCode.DOUBTFUL_CHARSET, choice.charset());
        }
        if (!choice.isReadable()) return no(FindingCode.BAD_CHARACTER, choice.charset());
        InputStream in = content.open();
        in.skipNBytes(choice.markBytes());
        try (CsvLines lines = new CsvLines(in, new CsvRow(Charset.forName(choice.charset())))) {
            return switch (ProgrammeHeader.read(lines.next())) {
                case ProgrammeHeader.ReadHeader.SoundHeader sound -> table(lines, sound.header());
                case ProgrammeHeader.ReadHeader.NoHeader not ->
                        new ReadRegister.NoRegister(not.why());
            };
        }
    }

    private static ReadRegister no(FindingCode code, String value) {
        return new ReadRegister.NoRegister(new Finding(code, "/", value));
    }

    private static ReadRegister table(CsvLines lines, ProgrammeHeader header) throws IOException {
        List<RegisterLine> read = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (CsvRow row = lines.next(); row != null; row = lines.next()) {
            if (read.size() >= ROWS_MAX) {
                return no(FindingCode.TOO_MANY_ROWS, "> " + ROWS_MAX);
            }
            RegisterLine line = line(lines, header, row, read.size());
            RegisterRow programme = line.row();
            read.add(
                    programme == null || codes.add(programme.code())
                            ? line
                            : repeated(line, programme.code()));
        }
        return new ReadRegister.RegisterTable(header.said(), read);
    }

    private static RegisterLine repeated(RegisterLine line, String code) {
        String field = "/" + ProgrammeColumn.CODE.column();
        return refused(line.position(), FindingCode.REPEATED_PROGRAMME, field, code);
    }

    private static RegisterLine line(
            CsvLines lines, ProgrammeHeader header, CsvRow row, long position) {
        if (lines.isLong()) return refused(position, FindingCode.TOO_LONG, "/", null);
        if (!row.isQuotedWell()) return refused(position, FindingCode.MALFORMED, "/", "\"");
        if (!header.width().fits(row)) {
            String count = row.size() + "/" + header.width().named();
            return refused(position, FindingCode.WRONG_COLUMNS, "/", count);
        }
        int stray = header.strayCell(row);
        if (stray > 0) return refused(position, FindingCode.WRONG_COLUMNS, "#" + stray, null);
        return new ProgrammeFields(position, header, row).line();
    }

    private static RegisterLine refused(
            long position, FindingCode code, String field, @Nullable String value) {
        return new RegisterLine(position, null, List.of(new Finding(code, field, value)));
    }

    /// Where each column of a register file is.
    ///
    /// @param columns from 0
    /// @param counties columns of a single county's places, by its code
    record ProgrammeHeader(
            Map<ProgrammeColumn, Integer> columns,
            Map<String, Integer> counties,
            TableWidth width) {
        private static final Pattern COUNTY =
                Pattern.compile(
                        "(?:places|分县名额)[:\uFF1A]([1-9][0-9]{5})", Pattern.CASE_INSENSITIVE);

        /// What a first row says: a header, or what is wrong with it.
        sealed interface ReadHeader {
            record SoundHeader(ProgrammeHeader header) implements ReadHeader {}

            record NoHeader(Finding why) implements ReadHeader {}
        }

        /// @param row null: the file has none
        static ReadHeader read(@Nullable CsvRow row) {
            if (row == null || !row.isDecoded() || !row.isQuotedWell()) {
                return no(FindingCode.NO_TABLE, "/", null);
            }
            List<String> names = CsvRecords.columns(row);
            ProgrammeHeader header =
                    new ProgrammeHeader(
                            new EnumMap<>(ProgrammeColumn.class),
                            new TreeMap<>(),
                            new TableWidth(names.size(), CsvRecords.named(names)));
            for (int place = 0; place < names.size(); place++) {
                String name = names.get(place);
                if (name.isEmpty()) continue;
                if (name.indexOf('\0') >= 0) return no(FindingCode.NO_TABLE, "/", null);
                Finding wrong = header.add(name, place);
                if (wrong != null) return new ReadHeader.NoHeader(wrong);
            }
            for (ProgrammeColumn needed : List.of(ProgrammeColumn.CODE, ProgrammeColumn.NAME)) {
                if (!header.columns.containsKey(needed)) {
                    return no(FindingCode.MISSING_COLUMN, "/" + needed.column(), needed.chinese());
                }
            }
            return new ReadHeader.SoundHeader(header);
        }

        private @Nullable Finding add(String name, int place) {
            ProgrammeColumn column = ProgrammeColumn.of(name);
            Matcher county = COUNTY.matcher(name);
            if (column != null) {
                boolean isNew = columns.putIfAbsent(column, place) == null;
                boolean isClear = column != ProgrammeColumn.PLACES || counties.isEmpty();
                return isNew && isClear ? null : repeated(name);
            }
            if (!county.matches()) {
                return new Finding(FindingCode.UNKNOWN_COLUMN, "#" + (place + 1), name);
            }
            boolean isNew = counties.putIfAbsent(county.group(1), place) == null;
            return isNew && !columns.containsKey(ProgrammeColumn.PLACES) ? null : repeated(name);
        }

        private static Finding repeated(String name) {
            return new Finding(FindingCode.REPEATED_COLUMN, "/" + name, null);
        }

        private static ReadHeader no(FindingCode code, String field, @Nullable String value) {
            return new ReadHeader.NoHeader(new Finding(code, field, value));
        }

        /// What the file speaks of.
        Set<ProgrammeColumn> said() {
            Set<ProgrammeColumn> said = EnumSet.copyOf(columns.keySet());
            if (!counties.isEmpty()) said.add(ProgrammeColumn.PLACES);
            return said;
        }

        int strayCell(CsvRow row) {
            List<Integer> known = new ArrayList<>(columns.values());
            known.addAll(counties.values());
            return width.strayCell(row, known);
        }

        /// @return empty where there is nothing
        String value(CsvRow row, ProgrammeColumn column) {
            Integer place = columns.get(column);
            return place == null ? "" : cell(row, place);
        }

        String cell(CsvRow row, int place) {
            return place < row.size() ? Blanks.strip(row.value(place)) : "";
        }
    }
}
