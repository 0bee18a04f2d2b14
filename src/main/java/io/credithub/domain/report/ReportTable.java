package io.credithub.domain.report;

import io.credithub.domain.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A table without its rows, which may be too many to be held.
///
/// @param key its name in JSON, unique in its report
public record ReportTable(String key, Text title, List<ReportColumn> columns) {
    /// @throws IllegalArgumentException if two columns have one key, a share is of no column, or
    ///   something is summed and the first column has a total too: the word 合计 stands there
    public ReportTable {
        columns = List.copyOf(columns);
        Set<String> keys = new HashSet<>();
        for (ReportColumn column : columns) {
            if (!keys.add(column.key())) throw new IllegalArgumentException(column.key());
        }
        for (ReportColumn column : columns) {
            if (column.total() instanceof ColumnTotal.ShareOf share
                    && !(keys.contains(share.part()) && keys.contains(share.whole()))) {
                throw new IllegalArgumentException(column.key());
            }
        }
        if (isSummed(columns) && !columns.getFirst().total().equals(ColumnTotal.NONE)) {
            throw new IllegalArgumentException(
                    "no place for the word total before " + columns.getFirst().key());
        }
    }

    private static boolean isSummed(List<ReportColumn> columns) {
        return columns.stream().anyMatch(column -> column.total() instanceof ColumnTotal.Sum);
    }

    /// @throws IllegalArgumentException if there is no such column
    public int place(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(column)) return i;
        }
        throw new IllegalArgumentException(column);
    }

    /// Whether anything is to stand under it; in the first column then stands what it is.
    public boolean hasTotals() {
        return isSummed(columns);
    }
}
