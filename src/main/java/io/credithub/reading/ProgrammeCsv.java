package io.credithub.reading;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.programme.ProgrammeColumn;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.RegisterFile.RegisterRow;
import io.credithub.flow.programme.RegisterReading;
import io.credithub.flow.reading.Content;
import io.credithub.reading.RosterHeader.TableWidth;
import io.credithub.reading.sheet.SheetRow;
import io.credithub.reading.sheet.TableRow;
import io.credithub.reading.sheet.UploadedWorkbook;
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
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The programme register as CSV with a header of [ProgrammeColumn]s, UTF-8 or GB18030, or as such
/// a sheet of a workbook, which its first bytes tell. A row that cannot be understood is told and
/// harms no other; a file that is no such table is refused whole.
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
    public ReadRegister read(Content content, @Nullable String charset, @Nullable String sheet)
            throws IOException {
        try (InputStream in = content.open()) {
            byte[] start = in.readNBytes(START_BYTES);
            if (UploadedWorkbook.begins(start)) return new SheetTable().read(content, sheet);
            Finding noText = RosterHeader.noText(start);
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
            CsvRow first = lines.next();
            boolean isRow = first != null && first.isDecoded() && first.isQuotedWell();
            return switch (ProgrammeHeader.read(isRow ? first : null)) {
                case ProgrammeHeader.ReadHeader.SoundHeader sound -> table(lines, sound.header());
                case ProgrammeHeader.ReadHeader.NoHeader not ->
                        new ReadRegister.NoRegister(not.why());
            };
        }
    }

    private static ReadRegister no(FindingCode code, @Nullable String value) {
        return new ReadRegister.NoRegister(new Finding(code, "/", value));
    }

    private static ReadRegister table(CsvLines lines, ProgrammeHeader header) throws IOException {
        RegisterLines read = new RegisterLines();
        for (CsvRow row = lines.next(); row != null; row = lines.next()) {
            if (!read.add(line(lines, header, row, read.size()), line -> line)) break;
        }
        return read.table(header);
    }

    /// The lines of a file, of which none may have the code of one before.
    private static final class RegisterLines {
        private final List<RegisterLine> read = new ArrayList<>();
        private final Set<String> codes = new HashSet<>();
        private boolean isFull;

        int size() {
            return read.size();
        }

        /// @param placing says where it is, if it is refused
        /// @return false if there are too many
        boolean add(RegisterLine line, UnaryOperator<RegisterLine> placing) {
            isFull = read.size() >= ROWS_MAX;
            if (isFull) return false;
            RegisterRow programme = line.row();
            RegisterLine told =
                    programme == null || codes.add(programme.code())
                            ? line
                            : repeated(line, programme.code());
            read.add(told.row() == null ? placing.apply(told) : told);
            return true;
        }

        private static RegisterLine repeated(RegisterLine line, String code) {
            String field = "/" + ProgrammeColumn.CODE.column();
            return refused(line.position(), FindingCode.REPEATED_PROGRAMME, field, code);
        }

        ReadRegister table(ProgrammeHeader header) {
            return isFull
                    ? no(FindingCode.TOO_MANY_ROWS, "> " + ROWS_MAX)
                    : new ReadRegister.RegisterTable(header.said(), read);
        }
    }

    /// A sheet of a workbook: its first row is the header, and what is wrong is told with the cell.
    private static final class SheetTable implements UploadedWorkbook.RowTaker {
        private final RegisterLines lines = new RegisterLines();
        private @Nullable SheetRow first;
        private @Nullable ProgrammeHeader header;
        private @Nullable Finding wrong;

        ReadRegister read(Content content, @Nullable String sheet) throws IOException {
            Finding unreadable = UploadedWorkbook.read(content, sheet, this);
            if (unreadable == null) unreadable = wrong;
            if (unreadable != null) return new ReadRegister.NoRegister(unreadable);
            return header == null ? no(FindingCode.NO_TABLE, sheet) : lines.table(header);
        }

        @Override
        public boolean take(SheetRow row) {
            ProgrammeHeader under = header;
            if (under == null || first == null) return begins(row);
            long position = row.number() - first.number() - 1L;
            Finding trouble = row.trouble();
            if (trouble != null) {
                RegisterLine none = new RegisterLine(position, null, List.of(trouble));
                return lines.add(none, line -> line);
            }
            SheetRow wide = row.widened(under.width().cells());
            return lines.add(
                    ProgrammeCsv.line(under, wide, position), line -> placed(under, wide, line));
        }

        private boolean begins(SheetRow row) {
            first = row;
            wrong = row.trouble();
            if (wrong != null) return false;
            switch (ProgrammeHeader.read(row)) {
                case ProgrammeHeader.ReadHeader.SoundHeader sound -> header = sound.header();
                case ProgrammeHeader.ReadHeader.NoHeader not -> wrong = at(row, not.why(), null);
            }
            return wrong == null;
        }

        private static RegisterLine placed(ProgrammeHeader under, SheetRow row, RegisterLine line) {
            List<Finding> findings =
                    line.findings().stream()
                            .map(one -> at(row, one, under.columnOf(one.field())))
                            .toList();
            return new RegisterLine(line.position(), null, findings);
        }

        /// `项目!F12/hours`; a column that has no name is its cell's.
        private static Finding at(SheetRow row, Finding finding, @Nullable Integer column) {
            String field = finding.field();
            if (field.startsWith("#")) {
                int cell = Integer.parseInt(field.substring(1)) - 1;
                return new Finding(finding.code(), row.place(cell), finding.value());
            }
            String place = column == null ? row.place() : row.place(column);
            return new Finding(finding.code(), place + field, finding.value());
        }
    }

    private static RegisterLine line(
            CsvLines lines, ProgrammeHeader header, CsvRow row, long position) {
        if (lines.isLong()) return refused(position, FindingCode.TOO_LONG, "/", null);
        if (!row.isQuotedWell()) return refused(position, FindingCode.MALFORMED, "/", "\"");
        return line(header, row, position);
    }

    private static RegisterLine line(ProgrammeHeader header, TableRow row, long position) {
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

        /// @param row null: the file has none that can be read
        static ReadHeader read(@Nullable TableRow row) {
            if (row == null) return no(FindingCode.NO_TABLE, "/", null);
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

        /// Of `/hours` where it is; null if it is no single column's.
        @Nullable Integer columnOf(String field) {
            for (Map.Entry<ProgrammeColumn, Integer> column : columns.entrySet()) {
                if (field.equals("/" + column.getKey().column())) return column.getValue();
            }
            return null;
        }

        int strayCell(TableRow row) {
            List<Integer> known = new ArrayList<>(columns.values());
            known.addAll(counties.values());
            return width.strayCell(row, known);
        }

        /// @return empty where there is nothing
        String value(TableRow row, ProgrammeColumn column) {
            Integer place = columns.get(column);
            return place == null ? "" : cell(row, place);
        }

        String cell(TableRow row, int place) {
            return place < row.size() ? Blanks.strip(row.value(place)) : "";
        }
    }
}
