package io.credithub.store.breaks;

import io.credithub.domain.Narrow;
import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.flow.breaks.BreakRun.RunState;
import io.credithub.flow.breaks.BreakRuns.RunCancelled;
import io.credithub.flow.breaks.BreakRuns.RunTurn;
import io.credithub.flow.breaks.BreakRuns.StartedRun;
import io.credithub.flow.breaks.BreakScope;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The run that is under way, on the connection that holds its lock.
final class PostgresRunTurn implements RunTurn {
    /// Behind every digit.
    private static final String BEHIND = ":";

    private final SqlConnection connection;
    private final Function<Row, BreakScope> scopes;

    /// What is being written of what was found last, while more of it is looked for.
    private volatile Uni<Void> noting = Uni.createFrom().voidItem();

    PostgresRunTurn(SqlConnection connection, Function<Row, BreakScope> scopes) {
        this.connection = connection;
        this.scopes = scopes;
    }

    @Override
    public Uni<Optional<StartedRun>> next(Instant now) {
        return connection
                .preparedQuery(RunSql.NEXT)
                .execute(Tuple.of(at(now)))
                .invoke(_ -> noting = Uni.createFrom().voidItem())
                .map(rows -> RowReading.list(rows, this::started).stream().findFirst())
                .call(run -> run.isEmpty() ? Uni.createFrom().voidItem() : forget());
    }

    private StartedRun started(Row row) {
        return new StartedRun(row.getInteger("id"), scopes.apply(row), row.getLong("matching"));
    }

    @Override
    public Uni<Void> advance(StartedRun run, int done, int steps) {
        return noting.chain(() -> goingOn(run, RunSql.ADVANCE, Tuple.of(run.id(), done, steps)));
    }

    @Override
    public Uni<Void> note(StartedRun run, List<Discrepancy> found) {
        if (found.isEmpty()) return Uni.createFrom().voidItem();
        Tuple values = FoundRows.tuple(found, run.id());
        return noting.invoke(() -> noting = begun(run, values));
    }

    private Uni<Void> begun(StartedRun run, Tuple values) {
        Uni<Void> written = goingOn(run, SettleSql.NOTE, values).memoize().indefinitely();
        written.subscribe().with(_ -> {}, _ -> {}); // whoever goes on with the run is told
        return written;
    }

    private Uni<Void> goingOn(StartedRun run, String sql, Tuple values) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .invoke(rows -> {
                    if (rows.rowCount() == 0) throw new RunCancelled(run.id());
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> settle(StartedRun run, Set<BreakAspect> aspects, Instant now) {
        return connection
                .begin()
                .chain(transaction ->
                        settled(run, aspects, at(now))
                                .call(transaction::commit)
                                .onFailure()
                                .call(transaction::rollback));
    }

    private Uni<Void> settled(StartedRun run, Set<BreakAspect> aspects, OffsetDateTime now) {
        Tuple moment = Tuple.of(run.id(), now);
        long[] counts = new long[5];
        return connection
                .query(SettleSql.PLANNED)
                .execute()
                .chain(() -> connection.query(SettleSql.ONCE).execute())
                .chain(() -> row(SettleSql.CHANGE, moment))
                .invoke(row -> {
                    counts[0] = row.getLong("found");
                    counts[2] = row.getLong("reopened");
                    counts[3] = row.getLong("changed");
                })
                .chain(() -> row(SettleSql.CLOSE, scope(run, aspects, now)))
                .invoke(row -> counts[4] = row.getLong("closed"))
                .chain(() -> affected(SettleSql.OPEN, moment))
                .invoke(opened -> counts[1] = opened)
                .chain(() -> affected(SettleSql.SUM, sums(run)))
                .chain(() -> affected(SettleSql.END, end(run, now, counts)))
                .invoke(ended -> {
                    if (ended == 0) throw new RunCancelled(run.id());
                })
                .chain(() -> forget());
    }

    private Uni<Row> row(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(rows -> rows.iterator().next());
    }

    private Uni<Integer> affected(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(rows -> rows.rowCount());
    }

    private static Tuple scope(StartedRun run, Set<BreakAspect> aspects, OffsetDateTime now) {
        BreakScope scope = run.scope();
        Short[] codes = new Short[aspects.size()];
        int next = 0;
        for (BreakAspect aspect : aspects) codes[next++] = Narrow.toShort(aspect.code());
        return Tuple.of(run.id(), now, least(scope), behind(scope))
                .addShort(PostgresBreakRuns.year(scope.schoolYear()))
                .addArrayOfShort(codes);
    }

    private static Tuple sums(StartedRun run) {
        BreakScope scope = run.scope();
        return Tuple.of(run.id(), least(scope), behind(scope))
                .addShort(PostgresBreakRuns.year(scope.schoolYear()));
    }

    private static Tuple end(StartedRun run, OffsetDateTime now, long[] counts) {
        return Tuple.from(
                Arrays.asList(
                        run.id(),
                        now,
                        counts[0],
                        counts[1],
                        counts[2],
                        counts[3],
                        counts[4],
                        prefix(run.scope())));
    }

    /// What is nobody's belongs to the whole.
    private static String prefix(BreakScope scope) {
        return scope.isWhole() ? "" : scope.within().prefix();
    }

    private static String least(BreakScope scope) {
        return prefix(scope);
    }

    private static String behind(BreakScope scope) {
        return prefix(scope) + BEHIND;
    }

    @Override
    public Uni<Void> fail(StartedRun run, Instant now) {
        return noting.onFailure()
                .recoverWithNull()
                .chain(() -> affected(RunSql.END, Tuple.of(run.id(), RunState.FAILED.name())))
                .chain(() -> forget());
    }

    private Uni<Void> forget() {
        return connection.query(SettleSql.FORGET).execute().replaceWithVoid();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
