package io.credithub.report;

import io.credithub.domain.Text;
import java.util.List;

/// A table, before anybody decides how it is written. Every row has a cell for each column.
public record Table(List<Column> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        row.size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    /// @param isNumber whether it is set to the right
    public record Column(Text title, boolean isNumber) {
        public static Column text(String zh, String en) {
            return new Column(new Text(zh, en), false);
        }

        public static Column number(String zh, String en) {
            return new Column(new Text(zh, en), true);
        }
    }
}
