package io.credithub.store.sql;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// A statement for a set of rows. What is the same in all rows of a large set goes out once, and
/// not as an array: of a training platform's records a third of the columns are, and the server
/// spends a fifth of a microsecond on each element that it takes out of an array.
public final class SetStatement {
    /// Of fewer rows each column is an array, so that small sets share one statement.
    private static final int LEAST_ROWS = 100;

    /// Ways in which columns may be the same; of others each column is an array. Every connection
    /// keeps each of them prepared.
    private static final int WAYS_MAX = 12;

    private final ArrayColumns columns;
    private final UnaryOperator<String> sql;
    private final Map<Long, String> ways = new ConcurrentHashMap<>();

    /// @param sql the statement, by the select list that makes its rows
    SetStatement(ArrayColumns columns, UnaryOperator<String> sql) {
        this.columns = columns;
        this.sql = sql;
    }

    /// A statement and its parameters.
    record ReadyStatement(String sql, Tuple values) {}

    /// @param values an array for each column, and what else the statement takes
    ReadyStatement ready(Tuple values, int rows) {
        long same = rows < LEAST_ROWS ? 0 : same(values);
        if (same != 0 && !ways.containsKey(same) && ways.size() >= WAYS_MAX) same = 0;
        String statement = ways.computeIfAbsent(same, way -> sql.apply(columns.rows(way)));
        return new ReadyStatement(statement, same == 0 ? values : once(values, same));
    }

    /// The first column tells the rows apart, so it is an array.
    private long same(Tuple values) {
        long same = 0;
        for (int column = 1; column < columns.size(); column++) {
            if (isSame((Object[]) values.getDelegate().getValue(column))) same |= 1L << column;
        }
        return same;
    }

    private static boolean isSame(Object[] column) {
        Object first = column[0];
        if (first == null) return Arrays.stream(column).allMatch(value -> value == null);
        for (Object value : column) if (!first.equals(value)) return false;
        return true;
    }

    private static Tuple once(Tuple values, long same) {
        io.vertx.sqlclient.Tuple once = io.vertx.sqlclient.Tuple.tuple();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.getDelegate().getValue(i);
            once.addValue(ArrayColumns.isOnce(same, i) ? ((Object[]) value)[0] : value);
        }
        return Tuple.newInstance(once);
    }
}
