package io.credithub.store;

import io.credithub.store.connection.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/// Snapshots for tests that have a pool and nothing else.
record PooledSnapshots(Pool pool) implements Snapshots {
    @Override
    public <T> Uni<T> read(Function<SqlConnection, Uni<T>> reading) {
        return pool.withTransaction(connection ->
                connection
                        .query("set transaction isolation level repeatable read read only")
                        .execute()
                        .chain(() -> reading.apply(connection)));
    }
}
