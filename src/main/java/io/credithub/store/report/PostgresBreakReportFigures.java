package io.credithub.store.report;

import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.flow.breaks.BreakAge;
import io.credithub.flow.report.table.BreakReportFigures;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.CursorScan;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Breaks as a report tells them: sums in one statement, the list by a cursor.
@Singleton
public class PostgresBreakReportFigures implements BreakReportFigures {
    private final Snapshots snapshots;

    public PostgresBreakReportFigures(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<BreakReportSums> sums(BreakReportFilter filter) {
        return snapshots.read(
                filter.asOf(),
                connection ->
                        Uni.combine()
                                .all()
                                .unis(
                                        PostgresBasisReading.read(connection, filter.basis()),
                                        counted(connection, new BreakReportSql(filter)))
                                .usingConcurrencyOf(1)
                                .with(BreakReportSums::new));
    }

    private static Uni<List<BreakReportSum>> counted(
            SqlConnection connection, BreakReportSql question) {
        return RowReading.all(
                connection, question.sums(), question.values(), PostgresBreakReportFigures::sum);
    }

    private static BreakReportSum sum(Row row) {
        return new BreakReportSum(
                BreakCode.of(row.getInteger("code")),
                row.getString("cause"),
                BreakOwner.of(row.getInteger("owner")),
                Objects.requireNonNull(BreakAge.written(row.getString("age"))),
                row.getLong("breaks"),
                row.getLong("in_question"));
    }

    @Override
    public Uni<Void> each(
            BreakReportFilter filter, Function<List<BreakReportLine>, Uni<Void>> take) {
        BreakReportSql question = new BreakReportSql(filter);
        return snapshots.read(
                filter.asOf(),
                connection ->
                        new CursorScan(connection)
                                .each(
                                        "reported_breaks",
                                        question.lines(),
                                        question.values(),
                                        rows ->
                                                take.apply(
                                                        RowReading.list(
                                                                rows,
                                                                PostgresBreakReportFigures
                                                                        ::line))));
    }

    private static BreakReportLine line(Row row) {
        return new BreakReportLine(
                row.getString("division"),
                row.getString("school_code"),
                row.getString("school_name"),
                row.getString("teacher_no"),
                row.getInteger("school_year"),
                BreakCode.of(row.getInteger("code")),
                BreakOwner.of(row.getInteger("owner")),
                row.getString("assignee"),
                RowReading.instant(row, "opened_at"),
                RowReading.instantOrNull(row, "closed_at"),
                side(row, "our_", "ours"),
                side(row, "their_", "theirs"));
    }

    private static BreakReportSide side(Row row, String record, String side) {
        return new BreakReportSide(
                row.getString(record + "feed"),
                row.getString(record + "record"),
                row.getString(side),
                row.getLong("hours_" + side),
                row.getLong("credits_" + side));
    }
}
