package io.credithub.store;

import io.credithub.store.connection.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.function.Function;

/// Snapshots for tests that have a pool and nothing else.
///
/// @param entering what makes one of what was known at a moment
record PooledSnapshots(Pool pool, Entering entering) implements Snapshots {
    /// See [KnownMoments#enter].
    interface Entering {
        Uni<Void> enter(SqlConnection connection, Instant moment);
    }

    /// Takes what there is for what is known: for tests whose moments are made up.
    PooledSnapshots(Pool pool) {
        this(pool, (_, _) -> Uni.createFrom().voidItem());
    }

    @Override
    public <T> Uni<T> read(Instant moment, Function<SqlConnection, Uni<T>> reading) {
        return read(connection ->
                entering.enter(connection, moment).chain(() -> reading.apply(connection)));
    }

    @Override
    public <T> Uni<T> read(Function<SqlConnection, Uni<T>> reading) {
        return pool.withTransaction(connection ->
                connection
                        .query("set transaction isolation level repeatable read read only")
                        .execute()
                        .chain(() -> reading.apply(connection)));
    }
}
