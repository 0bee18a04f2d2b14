package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.reconciliation.Figures.Movements;
import io.credithub.store.reconciliation.ReconciliationSql;
import io.credithub.store.reconciliation.SumsRows;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the recount sees of movements that are not in order. Each is taken back again.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class MovementsRecountIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ID = "'00000000-0000-4000-8000-00000000000b'";
    private static final String ACT =
            "insert into movement (id, teacher_id, subject, reason, made_by) values ("
                    + ID
                    + ", 1, "
                    + ID
                    + ", 'LENT', 'test')";

    @Inject Pool pool;

    @ParameterizedTest(name = "{0}: {3} unbalanced, {4} unexplained")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    in order                    | (1, 1, 270), (1, 1, -270) | true  | 0 | 0
                    a hundredth too little owed | (1, 1, 270), (1, 1, -269) | true  | 1 | 0
                    only one line               | (1, 1, 270)               | true  | 1 | 0
                    lines of two teachers       | (1, 1, 270), (1, 2, -270) | true  | 1 | 0
                    lines in two blocks         | (1, 1, 270), (2, 1, -270) | true  | 1 | 0
                    lines of another teacher    | (1, 2, 270), (1, 2, -270) | true  | 0 | 1
                    lines that no act is behind | (1, 1, 270), (1, 1, -270) | false | 0 | 1
                    """)
    void whatIsNotInOrderIsCounted(
            String what, String lines, boolean hasAct, long unbalanced, long unexplained) {
        String insert =
                "insert into ledger_entry (seq, block_no, teacher_id, record_key, version_no, kind,"
                        + " school_year, policy_id, rule, credits, experience, quality, reason)"
                        + " select -row_number() over (), b, t, "
                        + ID
                        + ", 1, 3, 2026, 1, 0, c, 0, 0, 51 from (values "
                        + lines
                        + ") as v (b, t, c)";
        Movements more = counted(insert, hasAct ? ACT : "select 1");
        assertThat(more).as(what).isEqualTo(new Movements(1, unbalanced, unexplained));
    }

    @Test
    void anActThatMovedNothingIsCounted() {
        assertThat(counted(ACT, "select 1")).isEqualTo(new Movements(1, 0, 1));
    }

    /// How much more the recount counts after two statements.
    private Movements counted(String one, String other) {
        return pool.withConnection(connection ->
                        connection
                                .begin()
                                .chain(transaction ->
                                        counted(connection, one, other)
                                                .eventually(transaction::rollback)))
                .await()
                .atMost(PATIENCE);
    }

    private static Uni<Movements> counted(SqlConnection connection, String one, String other) {
        return count(connection)
                .chain(before ->
                        connection
                                .query(one)
                                .execute()
                                .chain(() -> connection.query(other).execute())
                                .chain(() -> count(connection))
                                .map(after ->
                                        new Movements(
                                                after.count() - before.count(),
                                                after.unbalanced() - before.unbalanced(),
                                                after.unexplained() - before.unexplained())));
    }

    private static Uni<Movements> count(SqlConnection connection) {
        return connection
                .query(ReconciliationSql.MOVEMENTS_RECOUNT)
                .execute()
                .map(rows -> SumsRows.movements(rows.iterator().next()));
    }
}
