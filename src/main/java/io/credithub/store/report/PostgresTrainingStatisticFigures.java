package io.credithub.store.report;

import io.credithub.domain.Narrow;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.head.BasisQuestion;
import io.credithub.flow.report.head.ReportBasis;
import io.credithub.flow.report.table.TrainingStatisticFigures;
import io.credithub.store.connection.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// The statistical return, in one pass over the records in force.
@Singleton
public class PostgresTrainingStatisticFigures implements TrainingStatisticFigures {
    private static final String ALL = "ALL";
    private static final String SCHOOL = "SCHOOL";

    private final Snapshots snapshots;

    public PostgresTrainingStatisticFigures(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<TrainingStatisticSums> read(
            Jurisdiction within, int schoolYear, BasisQuestion question) {
        return snapshots.read(
                question.asOf(),
                connection ->
                        PostgresBasisReading.read(connection, question)
                                .chain(basis ->
                                        counted(connection, within, schoolYear)
                                                .map(rows -> sums(basis, rows))));
    }

    private static Uni<RowSet<Row>> counted(
            SqlConnection connection, Jurisdiction within, int schoolYear) {
        return connection
                .preparedQuery(TrainingStatisticSql.ALL)
                .execute(Tuple.of(within.prefix()).addShort(Narrow.toShort(schoolYear)));
    }

    private static TrainingStatisticSums sums(ReportBasis basis, RowSet<Row> rows) {
        TrainingStatisticAmounts all = TrainingStatisticAmounts.NONE;
        List<TrainingStatisticGroup> groups = new ArrayList<>();
        List<TrainingStatisticSchool> schools = new ArrayList<>();
        for (Row row : rows) {
            String by = row.getString("dimension");
            TrainingStatisticAmounts amounts = amounts(row);
            if (by.equals(ALL)) {
                all = amounts;
            } else if (by.equals(SCHOOL)) {
                schools.add(school(row, amounts));
            } else {
                groups.add(
                        new TrainingStatisticGroup(
                                TrainingStatisticDimension.valueOf(by),
                                row.getString("key"),
                                amounts));
            }
        }
        return new TrainingStatisticSums(basis, all, groups, schools);
    }

    private static TrainingStatisticAmounts amounts(Row row) {
        return new TrainingStatisticAmounts(
                row.getLong("persons"),
                row.getLong("times"),
                row.getLong("hours"),
                row.getLong("credits"));
    }

    private static TrainingStatisticSchool school(Row row, TrainingStatisticAmounts amounts) {
        return new TrainingStatisticSchool(
                row.getString("division"),
                row.getString("school"),
                row.getString("name"),
                row.getLong("teachers"),
                amounts);
    }
}
