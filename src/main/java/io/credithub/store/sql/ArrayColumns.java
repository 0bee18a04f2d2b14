package io.credithub.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The columns of a set in SQL, one array parameter each from `$1` on, as [ArrayParameters] fills
/// them.
///
/// The arrays are taken apart in the select list, in step with one another. In a `from` list
/// PostgreSQL would put the rows of each array aside before it joins them, which takes three times
/// as long for 25 columns.
public final class ArrayColumns {
    private static final int COLUMNS_MAX = Long.SIZE;

    private final List<String> names = new ArrayList<>();
    private final List<String> types = new ArrayList<>();

    private ArrayColumns() {}

    /// @param columns a name and a type each: `credits int4`
    public static ArrayColumns of(String... columns) {
        ArrayColumns all = new ArrayColumns();
        for (String column : columns) {
            int space = column.indexOf(' ');
            all.names.add(column.substring(0, space));
            all.types.add(column.substring(space + 1));
        }
        return all;
    }

    /// For the column list of an `insert`.
    public String names() {
        return String.join(", ", names);
    }

    /// For the select list.
    public String rows() {
        return rows(0);
    }

    /// For the select list, if some columns are the same in all rows.
    ///
    /// @param once a bit for each column, from the lowest on: it is one value, and no array
    String rows(long once) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String parameter = "$" + (i + 1) + "::" + types.get(i);
            String row = isOnce(once, i) ? parameter : "unnest(" + parameter + "[])";
            rows.add(row + " as " + names.get(i));
        }
        return String.join(", ", rows);
    }

    static boolean isOnce(long once, int column) {
        return column < COLUMNS_MAX && (once >>> column & 1) != 0;
    }

    int size() {
        return names.size();
    }

    /// @param sql the statement, by the select list that makes its rows
    public SetStatement statement(UnaryOperator<String> sql) {
        return new SetStatement(this, sql);
    }

    /// `update` assigns each column from `n` but the leading ones, which are the key.
    ///
    /// @param key how many
    public String assignments(int key) {
        List<String> assignments = new ArrayList<>();
        for (String name : names.subList(key, names.size())) {
            assignments.add(name + " = n." + name);
        }
        return String.join(", ", assignments);
    }
}
