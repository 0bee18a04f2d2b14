package io.credithub.store.recompute;

import io.credithub.domain.Narrow;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.PolicyVersion;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.rules.Rulebook;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.rules.PostgresPolicies;
import io.credithub.store.rules.RulebookWriter;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.BatchSender;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Recomputations in tables of their own; nothing of the registry proper is touched by telling.
@ApplicationScoped
public class PostgresRecomputations implements Recomputations {
    private final Pool pool;
    private final PostgresPolicies policies;
    private final FeedNumbers feeds;

    public PostgresRecomputations(Pool pool, PostgresPolicies policies, FeedNumbers feeds) {
        this.pool = pool;
        this.feeds = feeds;
        this.policies = policies;
    }

    @Override
    public Uni<StartedRecomputation> begin(RuleSet rules, Rulebook against, String by) {
        return pool.withTransaction(connection ->
                        new RulebookWriter(connection)
                                .register(rules.all())
                                .chain(numbers ->
                                        begin(connection, new Asked(rules, against, by), numbers)))
                .call(policies::learn)
                .chain(this::rules);
    }

    private record Asked(RuleSet rules, Rulebook against, String by) {}

    private static Uni<Integer> begin(
            SqlConnection connection, Asked asked, Map<PolicyVersion, Integer> numbers) {
        Integer main = Objects.requireNonNull(numbers.get(asked.rules().main()));
        List<Integer> versions = List.copyOf(numbers.values());
        Tuple columns = new ArrayParameters<>(versions).ints(number -> number).tuple();
        return connection
                .preparedQuery(RecomputationSql.BEGIN)
                .execute(Tuple.of(asked.by(), main, asked.against().number()))
                .map(rows -> rows.iterator().next().getInteger(0))
                .call(id ->
                        connection
                                .preparedQuery(RecomputationSql.ABOUT)
                                .execute(columns.addInteger(id)));
    }

    @Override
    public Uni<StartedRecomputation> rules(int id) {
        return pool.preparedQuery(RecomputationSql.RULES)
                .execute(Tuple.of(id))
                .map(rows -> new StartedRecomputation(id, rules(rows.iterator().next())));
    }

    private Rulebook rules(Row row) {
        List<Policies.NumberedPolicy> all = new ArrayList<>();
        for (Integer number : row.getArrayOfIntegers("versions")) all.add(numbered(number));
        return new Rulebook(
                new Rulebook.RulebookDecision(
                        0, RowReading.instant(row, "asked_at"), "", row.getString("asked_by")),
                numbered(row.getInteger("main_id")),
                all);
    }

    private Policies.NumberedPolicy numbered(int number) {
        return new Policies.NumberedPolicy(number, policies.numbered(number));
    }

    @Override
    public Uni<List<BatchResult.TeacherRange>> stretches(int most) {
        return feeds.renewed()
                .chain(() -> pool.preparedQuery(RecomputationSql.STRETCHES).execute(Tuple.of(most)))
                .map(rows -> {
                    List<BatchResult.TeacherRange> stretches = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        stretches.add(
                                new BatchResult.TeacherRange(row.getInteger(0), row.getInteger(1)));
                    }
                    return stretches;
                });
    }

    @Override
    public Uni<Void> note(int id, BatchResult stretch) {
        return pool.withTransaction(connection ->
                new BatchSender(connection)
                        .send(
                                RecomputationSql.NOTE,
                                stretch.changes(),
                                changes -> RecomputationRows.changes(changes, id))
                        .chain(() ->
                                new BatchSender(connection)
                                        .send(
                                                RecomputationSql.NOTE_UNJUDGED,
                                                List.copyOf(stretch.unjudged().entrySet()),
                                                kinds -> RecomputationRows.unjudged(kinds, id)))
                        .chain(() ->
                                connection
                                        .preparedQuery(RecomputationSql.ADVANCE)
                                        .execute(Tuple.of(id, stretch.teachers())))
                        .replaceWithVoid());
    }

    @Override
    public Uni<Void> progress(int id, int done) {
        return pool.preparedQuery("update recomputation set done = $2 where id = $1")
                .execute(Tuple.of(id, done))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> become(int id, RecomputationState state) {
        return pool.preparedQuery(
                        "update recomputation set state = $2, finished_at = now() where id = $1")
                .execute(Tuple.of(id, state.name()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Recomputation>> find(int id, Jurisdiction within) {
        Tuple where = Tuple.of(id, within.prefix());
        Uni<RowSet<Row>> itself = pool.preparedQuery(RecomputationSql.ONE).execute(where);
        return itself.chain(found -> {
            if (found.size() == 0) return Uni.createFrom().item(Optional.empty());
            Row row = found.iterator().next();
            Uni<RowSet<Row>> counties =
                    pool.preparedQuery(RecomputationSql.COUNTIES).execute(where);
            Uni<RowSet<Row>> unjudged =
                    pool.preparedQuery(RecomputationSql.UNJUDGED).execute(where);
            return policies.learn()
                    .chain(() -> Uni.combine().all().unis(counties, unjudged).asTuple())
                    .map(more ->
                            Optional.of(
                                    new RecomputationRows(policies)
                                            .recomputation(row, more.getItem1(), more.getItem2())));
        });
    }

    @Override
    public Uni<List<Recomputation>> list(Jurisdiction within, int most) {
        return pool.preparedQuery(RecomputationSql.NEWEST)
                .execute(Tuple.of(most, within.prefix()))
                .call(policies::learn)
                .map(rows -> {
                    List<Recomputation> list = new ArrayList<>(rows.size());
                    RecomputationRows reader = new RecomputationRows(policies);
                    for (Row row : rows) list.add(reader.recomputation(row));
                    return list;
                });
    }

    @Override
    public Uni<List<TeacherChange>> changes(int id, Jurisdiction within, After after, int most) {
        return pool.preparedQuery(RecomputationSql.CHANGES)
                .execute(
                        Tuple.of(id, within.prefix(), after.teacher())
                                .addShort(Narrow.toShort(after.cycle()))
                                .addInteger(most))
                .map(rows -> {
                    List<TeacherChange> changes = new ArrayList<>(rows.size());
                    for (Row row : rows) changes.add(RecomputationRows.change(row));
                    return changes;
                });
    }
}
