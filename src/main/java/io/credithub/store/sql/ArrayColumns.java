package io.credithub.store.sql;

import java.util.ArrayList;
import java.util.List;

/// The columns of a set in SQL, one array parameter each from `$1` on, as [ArrayParameters] fills
/// them.
///
/// The arrays are taken apart in the select list, in step with one another. In a `from` list
/// PostgreSQL would put the rows of each array aside before it joins them, which takes three times
/// as long for 25 columns.
public final class ArrayColumns {
    private final List<String> names = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    private ArrayColumns() {}

    /// @param columns a name and a type each: `credits int4`
    public static ArrayColumns of(String... columns) {
        ArrayColumns all = new ArrayColumns();
        for (String column : columns) {
            int space = column.indexOf(' ');
            String name = column.substring(0, space);
            all.names.add(name);
            String type = column.substring(space + 1);
            all.rows.add("unnest($" + all.names.size() + "::" + type + "[]) as " + name);
        }
        return all;
    }

    /// For the column list of an `insert`.
    public String names() {
        return String.join(", ", names);
    }

    /// For the select list.
    public String rows() {
        return String.join(", ", rows);
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
