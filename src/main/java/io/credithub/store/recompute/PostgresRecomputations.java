package io.credithub.store.recompute;

import io.credithub.domain.Narrow;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.MovedRecord;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.rules.Rulebook;
import io.credithub.store.connection.Sessions;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.recompute.RecomputationRow.RecomputationRequest;
import io.credithub.store.rules.CycleChanges;
import io.credithub.store.rules.PostgresPolicies;
import io.credithub.store.rules.RulebookWriter;
import io.credithub.store.sql.BatchSender;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/// Recomputations in tables of their own; nothing of the registry proper is touched by telling. How
/// far one is, is its own to say ([RecomputationRow]); what it comes to are sets and sums.
@ApplicationScoped
public class PostgresRecomputations implements Recomputations {
    private static final String RULES =
            "from RecomputationRow r join fetch r.versions where r.id = :id";

    private final Pool pool;
    private final Sessions sessions;
    private final PostgresPolicies policies;
    private final FeedNumbers feeds;
    private final InstantSource clock = InstantSource.system();

    public PostgresRecomputations(
            Pool pool, Sessions sessions, PostgresPolicies policies, FeedNumbers feeds) {
        this.pool = pool;
        this.sessions = sessions;
        this.feeds = feeds;
        this.policies = policies;
    }

    /// The versions are registered first, and by themselves: that a text is known binds nobody.
    @Override
    public Uni<StartedRecomputation> begin(RuleSet rules, Rulebook against, String by) {
        return pool.withTransaction(
                        connection -> new RulebookWriter(connection).register(rules.all()))
                .chain(numbers -> {
                    Integer main = Objects.requireNonNull(numbers.get(rules.main()));
                    return sessions.change(session ->
                            teachers(session)
                                    .map(teachers ->
                                            RecomputationRow.asked(
                                                    new RecomputationRequest(
                                                            by,
                                                            main,
                                                            numbers.values(),
                                                            against.number(),
                                                            teachers)))
                                    .call(session::persist));
                })
                .call(policies::learn)
                .chain(row -> rules(row.id()));
    }

    private static Uni<Integer> teachers(Session session) {
        return session.createNativeQuery("select count(*) from teacher", Long.class)
                .getSingleResult()
                .map(Math::toIntExact);
    }

    @Override
    public Uni<StartedRecomputation> rules(int id) {
        return sessions.read(session ->
                        session.createSelectionQuery(RULES, RecomputationRow.class)
                                .setParameter("id", id)
                                .getSingleResult())
                .map(row -> new StartedRecomputation(id, row.kind(), rules(row)));
    }

    private Rulebook rules(RecomputationRow row) {
        return new Rulebook(
                new Rulebook.RulebookDecision(0, row.askedAt(), "", row.askedBy()),
                numbered(row.main()),
                row.versions().stream().map(this::numbered).toList());
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
                                new BatchSender(connection)
                                        .send(
                                                RecomputationSql.NOTE_MOVES,
                                                stretch.moves(),
                                                moves -> MoveRows.parameters(moves, id)))
                        .chain(() ->
                                connection
                                        .preparedQuery(RecomputationSql.ADVANCE)
                                        .execute(Tuple.of(id, stretch.teachers())))
                        .replaceWithVoid());
    }

    @Override
    public Uni<Void> progress(int id, int done) {
        return change(id, row -> row.posted(done));
    }

    @Override
    public Uni<Void> become(int id, RecomputationState state) {
        Instant now = clock.instant();
        return change(
                id,
                row -> {
                    switch (state) {
                        case TELLING -> throw new IllegalArgumentException("it begins like that");
                        case TOLD -> row.told(now);
                        case APPLYING -> row.goOn();
                        case APPLIED -> row.applied(now);
                        case FAILED -> row.failed(now);
                    }
                });
    }

    private Uni<Void> change(int id, Consumer<RecomputationRow> change) {
        return sessions.change(session ->
                session.find(RecomputationRow.class, id)
                        .onItem()
                        .ifNotNull()
                        .invoke(change)
                        .replaceWithVoid());
    }

    @Override
    public Uni<Optional<Recomputation>> find(int id, Jurisdiction within) {
        Tuple where = Tuple.of(id, within.prefix());
        Uni<RowSet<Row>> itself = pool.preparedQuery(RecomputationSql.ONE).execute(where);
        return itself.chain(found -> {
            if (found.size() == 0) return Uni.createFrom().item(Optional.empty());
            Row row = found.iterator().next();
            Uni<RowSet<Row>> counties = pool.preparedQuery(CycleChanges.COUNTIES).execute(where);
            Uni<RowSet<Row>> unjudged =
                    pool.preparedQuery(RecomputationSql.UNJUDGED).execute(where);
            Uni<RowSet<Row>> moves = pool.preparedQuery(RecomputationSql.MOVES).execute(where);
            return policies.learn()
                    .chain(() -> Uni.combine().all().unis(counties, unjudged, moves).asTuple())
                    .map(more ->
                            Optional.of(
                                    new RecomputationRows(policies)
                                            .recomputation(
                                                    row,
                                                    more.getItem1(),
                                                    more.getItem2(),
                                                    more.getItem3())));
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
        Tuple asked =
                Tuple.of(id, within.prefix(), after.teacher())
                        .addShort(Narrow.toShort(after.cycle()))
                        .addInteger(most);
        return RowReading.all(pool, RecomputationSql.CHANGES, asked, CycleChanges::change);
    }

    @Override
    public Uni<List<MovedRecord>> moves(int id, Jurisdiction within, AfterRecord after, int most) {
        Tuple asked = Tuple.of(id, within.prefix(), after.key(), after.number(), most);
        return RowReading.all(pool, RecomputationSql.MOVED, asked, MoveRows::moved);
    }
}
