package io.credithub.report;

import io.credithub.domain.Text;
import java.util.ArrayList;
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

    /// The first column with some of the others.
    Table part(int from, int to) {
        List<List<String>> cut = rows.stream().map(row -> part(row, from, to)).toList();
        return new Table(part(columns, from, to), cut);
    }

    private static <T> List<T> part(List<T> all, int from, int to) {
        List<T> part = new ArrayList<>();
        part.add(all.getFirst());
        part.addAll(all.subList(Math.min(from, to), to));
        return part;
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
