package io.credithub.store.sql;

import io.credithub.store.sql.SetStatement.ReadyStatement;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Sends sets of rows on one connection, a few statements a set: while the server works on one
/// slice, the columns of the next are made.
public record BatchSender(SqlConnection connection) {
    private static final int SLICE = 500;

    /// Statements that go out when this is subscribed to, none for an empty set.
    public <T> Uni<Void> send(String sql, List<T> rows, Function<List<T>, Tuple> columns) {
        return send(rows, slice -> new ReadyStatement(sql, columns.apply(slice)));
    }

    /// The same, of a statement that takes once what is the same in all rows.
    public <T> Uni<Void> send(SetStatement set, List<T> rows, Function<List<T>, Tuple> columns) {
        return send(rows, slice -> set.ready(columns.apply(slice), slice.size()));
    }

    private <T> Uni<Void> send(List<T> rows, Function<List<T>, ReadyStatement> ready) {
        List<Uni<?>> slices = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += SLICE) {
            List<T> slice = rows.subList(from, Math.min(from + SLICE, rows.size()));
            slices.add(Uni.createFrom().deferred(() -> execute(ready.apply(slice))));
        }
        if (slices.isEmpty()) return Uni.createFrom().voidItem();
        return Uni.combine().all().unis(slices).collectFailures().discardItems();
    }

    private Uni<RowSet<Row>> execute(ReadyStatement statement) {
        return connection.preparedQuery(statement.sql()).execute(statement.values());
    }

    /// Sends statements one behind the other without waiting for answers in between: the server
    /// works them off in this order. Ends when all are answered.
    public static Uni<Void> inOneGo(List<Uni<Void>> statements) {
        return Uni.join().all(statements).andCollectFailures().replaceWithVoid();
    }
}
