package io.credithub.store.review;

import io.credithub.domain.Credits;
import io.credithub.domain.Narrow;
import io.credithub.flow.review.SignOffChanges;
import io.credithub.flow.rules.Policies;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.review.CountyReading.CountyTotals;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/// What has become of a county's school year since it was signed, in one snapshot.
@Singleton
public class PostgresSignOffChanges implements SignOffChanges {
    private final Snapshots snapshots;
    private final Policies policies;

    public PostgresSignOffChanges(Snapshots snapshots, Policies policies) {
        this.snapshots = snapshots;
        this.policies = policies;
    }

    @Override
    public Uni<ChangedSince> since(ChangeQuestion question) {
        int cycle = policies.inForce().policy().cycleOfSchoolYear(question.schoolYear());
        return snapshots.read(connection ->
                Uni.combine()
                        .all()
                        .unis(
                                new CountyReading(
                                                connection,
                                                question.county(),
                                                question.schoolYear(),
                                                cycle)
                                        .totals(),
                                moved(connection, question),
                                teachers(connection, question))
                        .usingConcurrencyOf(1)
                        .with(PostgresSignOffChanges::since));
    }

    private static ChangedSince since(
            CountyTotals now, MovedLines moved, List<TeacherMovements> teachers) {
        return new ChangedSince(now.totals(), now.pending(), now.seq(), moved, teachers);
    }

    private static Tuple lines(ChangeQuestion question) {
        return Tuple.of(question.county(), Narrow.toShort(question.schoolYear()), question.seq());
    }

    private static Uni<MovedLines> moved(SqlConnection on, ChangeQuestion question) {
        return on.preparedQuery(CountySql.MOVED)
                .execute(lines(question))
                .map(rows -> movements(rows.iterator().next()));
    }

    private static Uni<List<TeacherMovements>> teachers(SqlConnection on, ChangeQuestion asked) {
        return RowReading.all(
                on,
                CountySql.MOVED_TEACHERS,
                lines(asked).addInteger(asked.after()).addInteger(asked.most()),
                row ->
                        new TeacherMovements(
                                row.getInteger("id"),
                                row.getString("teacher_no"),
                                row.getString("name"),
                                movements(row)));
    }

    private static MovedLines movements(Row row) {
        return new MovedLines(row.getLong("lines"), new Credits(row.getLong("credits")));
    }
}
