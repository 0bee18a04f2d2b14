package io.credithub.domain.report;

import io.credithub.domain.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A table without its rows, which may be too many to be held.
///
/// @param key its name in JSON, unique in its report
public record ReportTable(String key, Text title, List<ReportColumn> columns) {
    /// @throws IllegalArgumentException if two columns have one key, or a share is of no column
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
    }

    /// @throws IllegalArgumentException if there is no such column
    public int place(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(column)) return i;
        }
        throw new IllegalArgumentException(column);
    }

    /// Whether anything is to stand under it.
    public boolean hasTotals() {
        return columns.stream().anyMatch(column -> column.total() instanceof ColumnTotal.Sum);
    }
}
