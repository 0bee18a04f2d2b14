package io.credithub.store.breaks;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;

/// Goes through an answer that is larger than the memory, a set of rows at a time, in the snapshot
/// of a connection.
record CursorScan(SqlConnection connection) {
    static final int ROWS = 2_000;

    /// All of it will be read, and by one who has room to sort.
    private static final String WHOLE =
            """
            select set_config('cursor_tuple_fraction', '1', true),
                set_config('work_mem', '64MB', true)\
            """;

    /// @param name of the cursor, unlike any other of the connection
    /// @param take is done with a set before the next one is fetched
    Uni<Void> each(String name, String sql, Tuple values, Function<RowSet<Row>, Uni<Void>> take) {
        String fetch = "fetch " + ROWS + " from " + name;
        return connection
                .query(WHOLE)
                .execute()
                .chain(() ->
                        connection
                                .preparedQuery("declare " + name + " no scroll cursor for " + sql)
                                .execute(values))
                .chain(() ->
                        Multi.createBy()
                                .repeating()
                                .uni(() ->
                                        connection.preparedQuery(fetch).execute().call(take::apply))
                                .whilst(rows -> rows.size() == ROWS)
                                .collect()
                                .last())
                .chain(() -> connection.query("close " + name).execute())
                .replaceWithVoid();
    }
}
