package io.credithub.store.breaks;

import io.credithub.domain.Narrow;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRuns;
import io.credithub.flow.breaks.BreakScope;
import io.credithub.flow.rules.Policies;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs as rows. One is under way at a time in all processes: it holds a lock of the session that
/// goes with it, also when the process is killed.
@ApplicationScoped
public class PostgresBreakRuns implements BreakRuns {
    /// A lock of nothing else: `recon` in ASCII.
    private static final long LOCK = 0x7265636f6eL;

    private static final String TAKE = "select pg_try_advisory_lock(" + LOCK + ")";
    private static final String GIVE_BACK = "select pg_advisory_unlock(" + LOCK + ")";

    private final Pool pool;
    private final Policies policies;

    public PostgresBreakRuns(Pool pool, Policies policies) {
        this.pool = pool;
        this.policies = policies;
    }

    @Override
    public Uni<Integer> ask(BreakScope scope, String by) {
        return pool.preparedQuery(RunSql.ASK)
                .execute(Tuple.of(scope.within().divisionCode(), year(scope.schoolYear()), by))
                .map(rows -> rows.iterator().next().getInteger("id"));
    }

    @Override
    public Uni<Optional<BreakRun>> find(int id, Jurisdiction within) {
        Tuple values = Tuple.of(within.prefix(), id);
        return pool.preparedQuery(RunSql.ONE)
                .execute(values)
                .chain(rows -> {
                    if (rows.size() == 0) return Uni.createFrom().item(Optional.empty());
                    Row row = rows.iterator().next();
                    return pool.preparedQuery(RunSql.SUMS)
                            .execute(values)
                            .map(sums ->
                                    Optional.of(
                                            RunRows.run(row, RowReading.list(sums, RunRows::sum))));
                });
    }

    @Override
    public Uni<List<BreakRun>> list(Jurisdiction within, int before, int most) {
        return pool.preparedQuery(RunSql.NEWEST)
                .execute(Tuple.of(within.prefix(), before, most))
                .map(rows -> RowReading.list(rows, row -> RunRows.run(row, List.of())));
    }

    @Override
    public Uni<Boolean> cancel(int id) {
        return pool.preparedQuery(RunSql.END)
                .execute(Tuple.of(id, BreakRun.RunState.CANCELLED.name()))
                .map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Uni<Boolean> alone(Function<RunTurn, Uni<Void>> work) {
        return pool.withConnection(connection ->
                connection
                        .query(TAKE)
                        .execute()
                        .chain(rows ->
                                rows.iterator().next().getBoolean(0)
                                        ? held(connection, work).replaceWith(true)
                                        : Uni.createFrom().item(false)));
    }

    private Uni<Void> held(SqlConnection connection, Function<RunTurn, Uni<Void>> work) {
        Uni<Void> end = connection.query(GIVE_BACK).execute().replaceWithVoid();
        return Uni.createFrom()
                .deferred(() -> work.apply(new PostgresRunTurn(connection, this::scope)))
                .onTermination()
                .call(() -> end);
    }

    private BreakScope scope(Row row) {
        Jurisdiction within = new Jurisdiction(row.getString("division"));
        boolean isWhole = within.covers(policies.rules().province());
        return new BreakScope(within, isWhole, row.getInteger("school_year"));
    }

    static @Nullable Short year(@Nullable Integer schoolYear) {
        return schoolYear == null ? null : Narrow.toShort(schoolYear);
    }
}
