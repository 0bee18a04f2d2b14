package io.credithub.reading;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.reading.sheet.TableRow;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where each column of a roster is.
///
/// @param places from 0
/// @param cells how many the header has
/// @param named how many of them there are up to the last with a name
record RosterHeader(Map<RosterColumn, Integer> places, int cells, int named) {
    private static final int SHEET_BYTES = 4;

    /// How workbooks, archives and other files begin that are no text.
    private static final List<byte[]> NO_TEXT =
            List.of(
                    new byte[] {'P', 'K', 3, 4},
                    new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
                    new byte[] {0x1F, (byte) 0x8B},
                    new byte[] {'%', 'P', 'D', 'F'});

    /// What a first row says: a header, or what is wrong with it.
    sealed interface HeaderColumn {
        record Good(RosterHeader header) implements HeaderColumn {}

        record Bad(Finding why) implements HeaderColumn {}
    }

    static @Nullable Finding noText(byte[] start) {
        for (byte[] mark : NO_TEXT) {
            int length = Math.min(SHEET_BYTES, mark.length);
            if (start.length < length) continue;
            boolean same = true;
            for (int at = 0; at < length; at++) same &= start[at] == mark[at];
            if (same) return new Finding(FindingCode.NO_TABLE, "/", null);
        }
        return null;
    }

    /// @param row null: the file has none
    static HeaderColumn read(@Nullable CsvRow row) {
        if (row == null || !row.isDecoded() || !row.isQuotedWell()) {
            return bad(FindingCode.NO_TABLE, "/", null);
        }
        List<String> names = CsvRecords.columns(row);
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place);
            if (name.isEmpty()) continue;
            if (name.indexOf('\0') >= 0) return bad(FindingCode.NO_TABLE, "/", null);
            RosterColumn column = RosterColumn.of(name);
            if (column == null) {
                return bad(FindingCode.UNKNOWN_COLUMN, "#" + (place + 1), Snippet.of(name));
            }
            if (places.putIfAbsent(column, place) != null) {
                return bad(FindingCode.REPEATED_COLUMN, "/" + column.column(), null);
            }
        }
        Finding missing = missing(places.keySet());
        if (missing != null) return new HeaderColumn.Bad(missing);
        return new HeaderColumn.Good(
                new RosterHeader(places, names.size(), CsvRecords.named(names)));
    }

    /// Whom a row is about must be told by number or document, and by name.
    private static @Nullable Finding missing(Set<RosterColumn> columns) {
        if (!columns.contains(RosterColumn.NAME)) return missing(RosterColumn.NAME);
        boolean hasNumber = columns.contains(RosterColumn.TEACHER_NO);
        if (!hasNumber && !columns.contains(RosterColumn.ID_NUMBER)) {
            return missing(RosterColumn.TEACHER_NO);
        }
        boolean isTyped = columns.contains(RosterColumn.ID_TYPE);
        boolean isDocumented = columns.contains(RosterColumn.ID_NUMBER);
        return isDocumented && !isTyped ? missing(RosterColumn.ID_TYPE) : null;
    }

    private static Finding missing(RosterColumn column) {
        return new Finding(FindingCode.MISSING_COLUMN, "/" + column.column(), null);
    }

    private static HeaderColumn bad(FindingCode code, String field, @Nullable String value) {
        return new HeaderColumn.Bad(new Finding(code, field, value));
    }

    boolean fits(CsvRow row) {
        return new TableWidth(cells, named).fits(row);
    }

    /// The number of the first cell that has a value and no column, from 1; 0: there is none.
    int strayCell(CsvRow row) {
        return new TableWidth(cells, named).strayCell(row, places.values());
    }

    /// @return empty where there is nothing
    String value(CsvRow row, RosterColumn column) {
        Integer place = places.get(column);
        return place == null ? "" : Blanks.strip(row.value(place));
    }

    /// How wide a table with a header is.
    ///
    /// @param cells how many the header has
    /// @param named how many of them there are up to the last with a name
    record TableWidth(int cells, int named) {
        /// Spreadsheets write empty cells at the end of some rows, and leave them out of others.
        boolean fits(TableRow row) {
            if (row.size() < named) return false;
            for (int cell = cells; cell < row.size(); cell++) {
                if (!Blanks.strip(row.value(cell)).isEmpty()) return false;
            }
            return true;
        }

        /// The number of the first cell that has a value and no column, from 1; 0: there is none.
        ///
        /// @param columns where they are, from 0
        int strayCell(TableRow row, Collection<Integer> columns) {
            for (int cell = 0; cell < Math.min(cells, row.size()); cell++) {
                if (!columns.contains(cell) && !Blanks.strip(row.value(cell)).isEmpty()) {
                    return cell + 1;
                }
            }
            return 0;
        }
    }
}
