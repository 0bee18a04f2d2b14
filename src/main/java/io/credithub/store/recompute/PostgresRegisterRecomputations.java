package io.credithub.store.recompute;

import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.RegisterQuestion;
import io.credithub.flow.recompute.RegisterRecomputations;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Recomputations that are about the register. Which rules are in force is noted with them, as with
/// all others.
@Singleton
public class PostgresRegisterRecomputations implements RegisterRecomputations {
    private static final String ASK =
            """
            with asked as (
                insert into recomputation (asked_by, main_id, against, state, teachers, kind,
                    subject, matching_against, matching)
                select $1, b.main_id, b.id, $2, 0, 'REGISTER', $3, $4, $5
                from ledger_head h join rulebook b on b.id = h.rulebook
                returning id, against),
            versions as (
                insert into recomputation_policy (recomputation_id, policy_id)
                select a.id, p.policy_id from asked a
                join rulebook_policy p on p.rulebook_id = a.against)
            select id from asked\
            """;
    private static final String CONCERN =
            """
            insert into recomputation_programme (recomputation_id, programme_id)
            select $2, n.id from unnest($1::int4[]) as n (id) on conflict do nothing\
            """;
    private static final String DECIDE =
            """
            update recomputation set matching = $2, state = 'APPLYING', done = 0,
                finished_at = null, version = version + 1
            where id = $1\
            """;
    private static final String TITLES =
            """
            select p.id, p.normal, p.code, p.session, p.organiser from recomputation_programme r
            join programme p on p.id = r.programme_id where r.recomputation_id = $1\
            """;
    private static final String SCAN =
            """
            with found as (
                insert into recomputation_teacher (recomputation_id, teacher_id)
                select distinct $1::int4, c.teacher_id from completion c
                where c.programme_id in (select programme_id from recomputation_programme
                    where recomputation_id = $1) and c.teacher_id is not null
                on conflict do nothing returning 1)
            update recomputation set version = version + 1,
                teachers = (select count(*) from found)
                    + (select count(*) from recomputation_teacher where recomputation_id = $1)
            where id = $1\
            """;
    private static final String STRETCHES =
            """
            select min(teacher_id), max(teacher_id) from (
                select teacher_id, (row_number() over (order by teacher_id) - 1) / $2 as stretch
                from recomputation_teacher where recomputation_id = $1) t
            group by stretch order by 1\
            """;
    private static final String TEACHERS =
            """
            select teacher_id from recomputation_teacher
            where recomputation_id = $1 and teacher_id between $2 and $3 order by 1\
            """;
    private static final String RETITLE =
            """
            update completion c set family = n.family
            from (select unnest($1::int4[]) as programme, unnest($2::int4[]) as family) n
            where c.programme_id = n.programme and c.state in (3, 4, 5)
                and c.family is distinct from n.family\
            """;

    private final Pool pool;

    public PostgresRegisterRecomputations(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Integer> ask(RegisterQuestion question, String by) {
        return pool.withTransaction(connection -> note(connection, question, by, null));
    }

    @Override
    public Uni<Integer> decided(
            LedgerTransaction ledger, RegisterQuestion question, Deciding deciding, long version) {
        SqlConnection connection = PostgresLedgerTransaction.of(ledger).connection();
        return note(connection, question, deciding.by(), version);
    }

    /// @param version null: nobody has decided
    private static Uni<Integer> note(
            SqlConnection connection,
            RegisterQuestion question,
            String by,
            @Nullable Long version) {
        Tuple asked =
                Tuple.tuple()
                        .addString(by)
                        .addString(version == null ? "TELLING" : "APPLYING")
                        .addString(question.subject())
                        .addLong(question.against())
                        .addLong(version);
        return connection
                .preparedQuery(ASK)
                .execute(asked)
                .map(rows -> rows.iterator().next().getInteger("id"))
                .call(id -> concern(connection, id, question.programmes()));
    }

    private static Uni<Void> concern(SqlConnection connection, int id, Set<Integer> programmes) {
        Tuple about =
                new ArrayParameters<>(List.copyOf(programmes)).ints(one -> one).plain(id).tuple();
        return connection.preparedQuery(CONCERN).execute(about).replaceWithVoid();
    }

    @Override
    public Uni<Void> decide(
            LedgerTransaction ledger, int id, RegisterQuestion question, long version) {
        SqlConnection connection = PostgresLedgerTransaction.of(ledger).connection();
        return connection
                .preparedQuery(DECIDE)
                .execute(Tuple.of(id, version))
                .chain(() -> concern(connection, id, question.programmes()));
    }

    @Override
    public Uni<Map<Integer, ProgrammeTitle>> titles(int id) {
        return pool.preparedQuery(TITLES)
                .execute(Tuple.of(id))
                .map(rows -> {
                    Map<Integer, ProgrammeTitle> titles = new HashMap<>();
                    for (Row row : rows) {
                        titles.put(
                                row.getInteger("id"),
                                new ProgrammeTitle(
                                        row.getString("normal"),
                                        row.getString("code"),
                                        row.getString("session"),
                                        row.getString("organiser")));
                    }
                    return titles;
                });
    }

    @Override
    public Uni<List<BatchResult.TeacherRange>> stretches(int id, int most) {
        return pool.preparedQuery(SCAN)
                .execute(Tuple.of(id))
                .chain(() -> pool.preparedQuery(STRETCHES).execute(Tuple.of(id, most)))
                .map(rows ->
                        RowReading.list(
                                rows,
                                row ->
                                        new BatchResult.TeacherRange(
                                                row.getInteger(0), row.getInteger(1))));
    }

    @Override
    public Uni<List<Integer>> teachers(
            LedgerTransaction ledger, int id, BatchResult.TeacherRange stretch) {
        return PostgresLedgerTransaction.of(ledger)
                .ask(TEACHERS, Tuple.of(id, stretch.first(), stretch.last()))
                .map(rows -> RowReading.list(rows, row -> row.getInteger(0)));
    }

    @Override
    public Uni<Void> retitleRest(LedgerTransaction ledger, Map<Integer, Integer> families) {
        List<Map.Entry<Integer, Integer>> all = List.copyOf(families.entrySet());
        Tuple pairs =
                new ArrayParameters<>(all)
                        .ints(Map.Entry::getKey)
                        .ints(Map.Entry::getValue)
                        .tuple();
        return PostgresLedgerTransaction.of(ledger).ask(RETITLE, pairs).replaceWithVoid();
    }
}
