package io.credithub.store;

import io.credithub.store.connection.AnswerWatch;
import io.credithub.store.connection.EscapingPool;
import io.credithub.store.connection.Sessions;
import io.credithub.store.ledger.PostgresChainProof;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.DatabaseAccess.Login;
import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.PostgresSettings;
import io.credithub.testing.LaidOutHome;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A registry on a server of its own, which can be emptied and written out.
final class LawRegistry implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Feeds, programmes and the rules stay: they are not what arrives.
    private static final String EMPTY =
            """
            delete from waiting; delete from ledger_cause; delete from ledger_entry; delete from ledger_block;
            delete from rejection; delete from standing; delete from reconciliation_cell; delete from finding;
            delete from recomputation_record; delete from completion; delete from chunk; delete from delivery; delete from residence;
            delete from teacher; delete from ledger_head; delete from pair_decision;
            delete from adjustment_step; delete from adjustment;
            update match_progress set seq = 0; delete from instant_touched;
            update verdict_progress set seq = 0, round = '', round_after = 0; delete from verdict_touched;
            delete from teacher_verdict; delete from verdict_count;
            insert into ledger_head (rulebook) select coalesce(max(id), 0) from rulebook;\
            """;

    /// What is in force and what may yet be, by content. Left out is what tells when something
    /// came: numbers given in order of arrival, what a content that does not count was priced at
    /// last, and which of two versions that award the same was asked first.
    private static final List<String> CONTENT =
            List.of(
                    """
                    select f.code, c.record_id, to_jsonb(c) - '{record_id, feed_id, version_no,
                            delivery_id, position, teacher_id, programme_id, policy_id, rule, known_from}'::text[]
                            - case when c.state in (3, 5)
                                then '{credits, experience, quality}'::text[] else '{}' end,
                        p.normal, case when c.state in (1, 2, 6, 7) then t.teacher_no end
                    from completion c join feed f on f.id = c.feed_id
                    left join teacher t on t.id = c.teacher_id
                    left join programme p on p.id = c.programme_id
                    order by 1, 2, c.content\
                    """,
                    """
                    select c.record_id, c.content, w.teacher_no_hash, w.id_hash
                    from waiting w join completion c using (record_key, version_no) order by 1, 2\
                    """,
                    """
                    select t.teacher_no, to_jsonb(s) - '{teacher_id, entries, policy_id, tally,
                        counts}'::text[], y.digest
                    from standing s join teacher t on t.id = s.teacher_id
                    join policy y on y.id = s.policy_id
                    where exists (select from completion c where c.teacher_id = s.teacher_id
                        and c.state = 1)
                    order by 1, s.cycle\
                    """,
                    """
                    select 'left over', sum(s.earned), sum(s.recognised) from standing s
                    where not exists (select from completion c where c.teacher_id = s.teacher_id
                        and c.state = 1)
                    having sum(s.earned) <> 0 or sum(s.recognised) <> 0\
                    """,
                    """
                    select coalesce(f.code, '*'), to_jsonb(r) - 'feed_id' from reconciliation_cell r
                    left join feed f on f.id = r.feed_id
                    where r.persons <> 0 or r.posted <> 0 or r.posted_hours <> 0 or r.posted_credits <> 0
                        or r.aside <> 0 or r.aside_hours <> 0 or r.held <> 0
                        or r.held_hours <> 0 or r.refused <> 0 or r.refused_hours <> 0
                    order by 1, r.division_code, r.school_year\
                    """,
                    """
                    select t.teacher_no, to_jsonb(v) - '{teacher_id, known_from}'::text[] from teacher_verdict v
                    join teacher t on t.id = v.teacher_id
                    where exists (select from completion c where c.teacher_id = v.teacher_id
                        and c.state = 1)
                    order by 1, v.cycle\
                    """,
                    """
                    select cycle, period, division, state, verdict, teachers from verdict_count
                    where teachers > 0 order by 1, 2, 3, 4, 5\
                    """,
                    """
                    select t.teacher_no, e.school_year, sum(e.credits), sum(e.experience),
                        sum(e.quality), sum(3 - 2 * e.kind)
                    from ledger_entry e join teacher t on t.id = e.teacher_id
                    group by 1, 2 having sum(3 - 2 * e.kind) <> 0 or sum(e.credits) <> 0
                    order by 1, 2\
                    """,
                    """
                    select c.record_id, c.content, sum(e.credits), sum(3 - 2 * e.kind)
                    from ledger_entry e join completion c using (record_key, version_no)
                    group by c.feed_id, 1, 2
                    having sum(3 - 2 * e.kind) <> 0 or sum(e.credits) <> 0
                    order by c.feed_id, 1, 2\
                    """);

    private final EmbeddedPostgres postgres;
    private final Connection owner;
    private final Pool pool;
    private final LawSessions sessions;

    LawRegistry(Path home, Vertx vertx) throws SQLException {
        postgres = EmbeddedPostgres.start(LaidOutHome.migrated(home), new PostgresSettings(0, 32));
        DatabaseAccess access = postgres.access();
        Login login = access.owner();
        owner = DriverManager.getConnection(access.jdbcUrl(), login.user(), login.password());
        run("set synchronous_commit = off"); // no law is about a power cut
        PgConnectOptions application =
                PgConnectOptions.fromUri(access.url())
                        .setUser(access.app().user())
                        .setPassword(access.app().password())
                        .addProperty("synchronous_commit", "off");
        pool =
                Pool.newInstance(
                        new EscapingPool(
                                PgBuilder.pool()
                                        .with(new PoolOptions().setMaxSize(8))
                                        .connectingTo(application)
                                        .using(vertx)
                                        .build(),
                                new AnswerWatch(vertx, () -> application, PATIENCE)));
        sessions = LawSessions.over(pool.getDelegate(), vertx);
    }

    DatabaseAccess access() {
        return postgres.access();
    }

    /// As the application.
    Pool pool() {
        return pool;
    }

    /// The same, for what changes one at a time.
    Sessions sessions() {
        return sessions.sessions();
    }

    /// As before the first delivery; what the application may not delete, the owner does. As if
    /// nobody had ever decided anything.
    void forgetRules() throws SQLException {
        run(
                """
                delete from recomputation_change; delete from recomputation_unjudged;
                delete from recomputation_record; delete from matching_proposed;
                delete from matching_decision; delete from recomputation_policy; delete from recomputation;
                update ledger_head set rulebook = 0; delete from rulebook_policy;
                delete from rulebook;\
                """);
    }

    void empty() throws SQLException {
        run(EMPTY);
    }

    /// As the owner, who may change what the application may not.
    void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The numbers of all teachers, by teacher.
    Map<String, Integer> teachers() throws SQLException {
        Map<String, Integer> teachers = new TreeMap<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select teacher_no, id from teacher")) {
            while (rows.next()) teachers.put(rows.getString(1), rows.getInt(2));
        }
        return teachers;
    }

    /// The numbers of all deliveries.
    List<Long> deliveries() throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (String row : rows("select id from delivery order by id")) {
            numbers.add(Long.parseLong(row.replace("|", "")));
        }
        return numbers;
    }

    /// The first number of the first row.
    int number(String query) throws SQLException {
        return Integer.parseInt(rows(query).getFirst().split("\\|")[0]);
    }

    /// The first block whose hash is not that of its lines.
    @Nullable Long brokenBlock() {
        return new PostgresChainProof(new PooledSnapshots(pool))
                .verify()
                .await()
                .atMost(PATIENCE)
                .brokenBlock();
    }

    /// The ledger content, line by line.
    List<String> content() throws SQLException {
        List<String> lines = new ArrayList<>();
        for (int part = 0; part < CONTENT.size(); part++) {
            lines.add("-- " + part);
            lines.addAll(rows(CONTENT.get(part)));
        }
        return lines;
    }

    /// Rows as text.
    List<String> rows(String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= columns; i++) line.append(rows.getString(i)).append('|');
                lines.add(line.toString());
            }
        }
        return lines;
    }

    @Override
    public void close() throws SQLException {
        sessions.close();
        pool.closeAndAwait();
        owner.close();
        postgres.close();
    }
}
