package io.credithub.store.breaks;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.KnownRuns;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// Runs by the history of their rows.
@Singleton
public class PostgresKnownRuns implements KnownRuns {
    private final Snapshots snapshots;

    public PostgresKnownRuns(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<Optional<BreakRun>> find(int id, Jurisdiction within, Instant asOf) {
        Tuple values = Tuple.of(within.prefix(), id);
        return snapshots.read(
                asOf,
                connection ->
                        connection
                                .preparedQuery(RunSql.ONE)
                                .execute(values)
                                .chain(rows ->
                                        rows.size() == 0
                                                ? Uni.createFrom().item(Optional.empty())
                                                : summed(
                                                        connection,
                                                        values,
                                                        rows.iterator().next())));
    }

    private static Uni<Optional<BreakRun>> summed(SqlConnection connection, Tuple values, Row row) {
        return connection
                .preparedQuery(RunSql.SUMS)
                .execute(values)
                .map(sums -> Optional.of(RunRows.run(row, RowReading.list(sums, RunRows::sum))));
    }
}
