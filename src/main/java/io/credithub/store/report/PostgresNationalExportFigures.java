package io.credithub.store.report;

import io.credithub.domain.Credits;
import io.credithub.domain.Narrow;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.report.national.NationalExportFigures;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.CursorScan;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/// Teachers for the national system: sums in one pass, the list by a cursor.
@Singleton
public class PostgresNationalExportFigures implements NationalExportFigures {
    private final Snapshots snapshots;

    public PostgresNationalExportFigures(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<NationalExportSums> sums(NationalExportQuestion question) {
        return snapshots.read(
                question.basis().asOf(),
                connection ->
                        PostgresBasisReading.read(connection, question.basis())
                                .chain(basis ->
                                        connection
                                                .preparedQuery(NationalExportSql.SUMS)
                                                .execute(values(question))
                                                .map(rows ->
                                                        RowReading.list(
                                                                rows,
                                                                PostgresNationalExportFigures
                                                                        ::amount))
                                                .map(amounts ->
                                                        new NationalExportSums(basis, amounts))));
    }

    private static NationalExportAmount amount(Row row) {
        return new NationalExportAmount(
                new Credits(row.getLong("credits")),
                row.getLong("teachers"),
                new Hours(row.getLong("hours")));
    }

    @Override
    public Uni<Void> each(
            NationalExportQuestion question,
            Function<List<NationalExportTeacher>, Uni<Void>> take) {
        return snapshots.read(
                question.basis().asOf(),
                connection ->
                        new CursorScan(connection)
                                .each(
                                        "exported_teachers",
                                        NationalExportSql.TEACHERS,
                                        values(question),
                                        rows ->
                                                take.apply(
                                                        RowReading.list(
                                                                rows,
                                                                PostgresNationalExportFigures
                                                                        ::teacher))));
    }

    private static NationalExportTeacher teacher(Row row) {
        return new NationalExportTeacher(
                row.getString("teacher_no"),
                row.getString("name"),
                row.getString("id_masked"),
                row.getString("division"),
                row.getString("school"),
                row.getString("school_name"),
                new Hours(row.getLong("hours")),
                new Credits(row.getLong("credits")));
    }

    private static Tuple values(NationalExportQuestion question) {
        return Tuple.of(question.within().prefix()).addShort(Narrow.toShort(question.schoolYear()));
    }
}
