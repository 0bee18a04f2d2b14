package io.credithub.store.sql;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;

/// Goes through an answer that is larger than the memory, a set of rows at a time, in the snapshot
/// of a connection. While a set is being taken, on a worker, the server makes the next one.
public record CursorScan(SqlConnection connection) {
    private static final int ROWS = 4_000;

    /// All of it will be read, and by one who has room to sort.
    private static final String WHOLE =
            """
            select set_config('cursor_tuple_fraction', '1', true),
                set_config('work_mem', '64MB', true)\
            """;

    /// @param name of the cursor, unlike any other of the connection
    /// @param take is done with a set before it is given the next one
    public Uni<Void> each(
            String name, String sql, Tuple values, Function<RowSet<Row>, Uni<Void>> take) {
        return connection
                .query(WHOLE)
                .execute()
                .chain(() ->
                        connection
                                .preparedQuery("declare " + name + " no scroll cursor for " + sql)
                                .execute(values))
                .chain(() -> all("fetch " + ROWS + " from " + name, take))
                .chain(() -> connection.query("close " + name).execute())
                .replaceWithVoid();
    }

    private Uni<Void> all(String fetch, Function<RowSet<Row>, Uni<Void>> take) {
        Ahead ahead = new Ahead(begun(fetch));
        return Multi.createBy()
                .repeating()
                .uni(() ->
                        ahead.next
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .call(rows -> {
                                    if (rows.size() == ROWS) ahead.next = begun(fetch);
                                    return take.apply(rows);
                                }))
                .whilst(rows -> rows.size() == ROWS)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /// What is fetched before it is asked for.
    private static final class Ahead {
        private volatile Uni<RowSet<Row>> next;

        Ahead(Uni<RowSet<Row>> first) {
            this.next = first;
        }
    }

    /// Under way, whoever waits for it.
    private Uni<RowSet<Row>> begun(String fetch) {
        Uni<RowSet<Row>> rows = connection.preparedQuery(fetch).execute().memoize().indefinitely();
        rows.subscribe().with(_ -> {}, _ -> {}); // whoever waits is told
        return rows;
    }
}
