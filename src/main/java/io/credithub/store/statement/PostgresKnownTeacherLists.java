package io.credithub.store.statement;

import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.flow.statement.KnownTeacherLists;
import io.credithub.flow.statement.TeacherLists.ListKey;
import io.credithub.flow.statement.TeacherLists.ListOrder;
import io.credithub.flow.statement.TeacherLists.ListedTeacher;
import io.credithub.flow.statement.TeacherLists.TeacherFilter;
import io.credithub.flow.statement.VerdictBook.PendingRows;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.CursorScan;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Lists by the history of the rows that are kept: one pass, whatever their length.
@Singleton
public class PostgresKnownTeacherLists implements KnownTeacherLists {
    private static final ListOrder BY_SCHOOL = new ListOrder(ListKey.SCHOOL, false);
    private static final String RULEBOOK = "select rulebook from ledger_head";

    private final Snapshots snapshots;

    public PostgresKnownTeacherLists(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<KnownCounts> counts(TeacherFilter filter, Instant asOf) {
        return snapshots.read(
                asOf,
                connection ->
                        Uni.combine()
                                .all()
                                .unis(
                                        PostgresTeacherLists.counts(connection, filter),
                                        rulebook(connection),
                                        PostgresVerdictBook.pending(connection))
                                .usingConcurrencyOf(1)
                                .with(PostgresKnownTeacherLists::counts));
    }

    private static KnownCounts counts(
            Map<TeacherVerdict, Long> counts, int rulebook, PendingRows pending) {
        return new KnownCounts(counts, rulebook, pending);
    }

    private static Uni<Integer> rulebook(SqlConnection connection) {
        return connection
                .query(RULEBOOK)
                .execute()
                .map(rows -> rows.iterator().next().getInteger("rulebook"));
    }

    @Override
    public Uni<Void> each(
            TeacherFilter filter, Instant asOf, Function<List<ListedTeacher>, Uni<Void>> take) {
        ListSql question = new ListSql(filter);
        String all = question.page(BY_SCHOOL, null, Integer.MAX_VALUE);
        return snapshots.read(
                asOf,
                connection ->
                        new CursorScan(connection)
                                .each(
                                        "listed_teachers",
                                        all,
                                        question.values(),
                                        rows ->
                                                take.apply(
                                                        RowReading.list(
                                                                rows,
                                                                PostgresTeacherLists::teacher))));
    }
}
