package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.store.connection.AnswerWatch;
import io.credithub.store.connection.EscapingPool;
import io.credithub.store.ledger.PostgresChainProof;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.DatabaseAccess.Login;
import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.PostgresSettings;
import io.credithub.testing.ApartFromOthers;
import io.credithub.testing.LaidOutHome;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
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
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ledger that was filled before its lines said why they are there: every line is given a reason,
/// and the chain that covers it is whole, until somebody changes one.
@ApartFromOthers
final class ReasonsMigrationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// A record of two contents that was withdrawn, one that was set aside, and a loan.
    private static final String FILL =
            """
            insert into feed (code) values ('f');
            insert into completion (record_key, version_no, feed_id, state, version_rank,
                version_value, content, delivery_id, position, teacher_id, hours, credits,
                experience, quality, school_year, policy_id, rule, level, form, grade, evidence,
                record_id)
            select ('00000000-0000-4000-8000-00000000000' || r)::uuid, v, 1, s, 3, v,
                gen_random_uuid(), 1, 0, 1, 100, 800, 800, 0, 2022, 1, 1, 2, 1, 3, 0, 'R-' || r
            from (values (1, 1, 3), (1, 2, 3), (1, 3, 4), (2, 1, 2), (3, 1, 3), (3, 2, 1))
                as c (r, v, s);
            insert into movement (id, teacher_id, subject, reason, made_by) values
                ('00000000-0000-4000-8000-00000000000a', 1, gen_random_uuid(), 'LENT', 'test');
            insert into ledger_entry (seq, block_no, teacher_id, record_key, version_no, kind,
                school_year, policy_id, rule, credits, experience, quality)
            select s, b, 1, ('00000000-0000-4000-8000-00000000000' || r)::uuid, v, k, 2022, 1, 1,
                case k when 2 then -800 when 4 then -800 else 800 end, 0, 0
            from (values (1, 1, '1', 1, 1), (2, 1, '2', 1, 1), (3, 2, '1', 1, 2),
                (4, 2, '2', 1, 2), (5, 2, '1', 2, 1), (6, 3, '1', 2, 2), (7, 3, '3', 1, 1),
                (8, 4, '3', 1, 2), (9, 4, '3', 2, 1), (10, 5, '3', 2, 2), (11, 5, '3', 2, 1),
                (12, 6, 'a', 1, 3), (13, 6, 'a', 2, 4)) as e (s, b, r, v, k);
            insert into ledger_block (no, first_seq, entries, credits, previous, hash)
            select block_no, min(seq), count(*), sum(credits), '', '' from ledger_entry
            group by 1;
            update ledger_head set last_seq = 13, last_block = 6;\
            """;

    @Test
    void everyLineIsGivenAReasonAndTheChainIsWhole(@TempDir Path home) throws SQLException {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(LaidOutHome.empty(home), new PostgresSettings(0, 32))) {
            DatabaseAccess access = postgres.access();
            Login login = access.owner();
            migrate(access, "11");
            try (Connection owner =
                    DriverManager.getConnection(access.jdbcUrl(), login.user(), login.password())) {
                run(owner, FILL);
                migrate(access, "17");
                assertThat(column(owner, "select reason from ledger_entry order by seq"))
                        .containsExactly(1, 1, 5, 6, 1, 5, 1, 3, 1, 8, 1, 51, 51);
                prove(owner, access);
            }
        }
    }

    private static void prove(Connection owner, DatabaseAccess access) throws SQLException {
        Vertx vertx = Vertx.vertx();
        Login login = access.owner();
        Pool pool =
                Pool.newInstance(
                        new EscapingPool(
                                PgBuilder.pool()
                                        .connectingTo(
                                                PgConnectOptions.fromUri(access.url())
                                                        .setUser(login.user())
                                                        .setPassword(login.password()))
                                        .using(vertx)
                                        .build(),
                                new AnswerWatch(
                                        vertx,
                                        () -> PgConnectOptions.fromUri(access.url()),
                                        PATIENCE)));
        try {
            assertThat(broken(pool)).isZero();
            run(owner, "update ledger_entry set reason = 3 where seq = 4");
            assertThat(broken(pool)).isEqualTo(2);
            run(owner, "update ledger_entry set reason = 6 where seq = 4");
            run(
                    owner,
                    "insert into ledger_cause select 8, record_key, 2, 1 from ledger_entry"
                            + " where seq = 8");
            assertThat(broken(pool)).isEqualTo(4);
            run(owner, "delete from ledger_cause");
            run(owner, "update ledger_block set recomputation_id = 1 where no = 5");
            assertThat(broken(pool)).isEqualTo(5);
        } finally {
            pool.closeAndAwait();
            vertx.close();
        }
    }

    private static long broken(Pool pool) {
        Long block =
                new PostgresChainProof(new PooledSnapshots(pool))
                        .verify()
                        .await()
                        .atMost(PATIENCE)
                        .brokenBlock();
        return block == null ? 0 : block;
    }

    private static void migrate(DatabaseAccess access, String to) {
        Flyway.configure()
                .dataSource(access.jdbcUrl(), access.owner().user(), access.owner().password())
                .placeholders(Map.of("appRole", access.app().user()))
                .target(to)
                .load()
                .migrate();
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Integer> column(Connection owner, String sql) throws SQLException {
        List<Integer> values = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) values.add(rows.getInt(1));
        }
        return values;
    }
}
