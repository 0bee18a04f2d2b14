package io.credithub.store.report;

import io.credithub.domain.Narrow;
import io.credithub.flow.report.table.SourceScoreFigures;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// The scorecard of sources, in one snapshot: records by the counters that postings keep, delays by
/// one pass over the records in force.
@Singleton
public class PostgresSourceScoreFigures implements SourceScoreFigures {
    private final Snapshots snapshots;

    public PostgresSourceScoreFigures(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<SourceScoreSums> read(SourceScoreQuestion question) {
        return snapshots.read(
                question.asOf(),
                connection ->
                        Uni.combine()
                                .all()
                                .unis(
                                        PostgresBasisReading.read(connection, question.basis()),
                                        deliveries(connection, question),
                                        RowReading.all(
                                                connection,
                                                SourceScoreSql.RECORDS,
                                                placed(question).addBoolean(question.isWhole()),
                                                PostgresSourceScoreFigures::records),
                                        RowReading.all(
                                                connection,
                                                SourceScoreSql.DELAYS,
                                                placed(question).addString(question.zone().getId()),
                                                PostgresSourceScoreFigures::delay))
                                .usingConcurrencyOf(1)
                                .with(SourceScoreSums::new));
    }

    private static Uni<List<SourceScoreDeliveries>> deliveries(
            SqlConnection connection, SourceScoreQuestion question) {
        if (!question.isWhole()) return Uni.createFrom().item(List.of());
        Tuple values =
                Tuple.tuple()
                        .addOffsetDateTime(at(question.begins()))
                        .addOffsetDateTime(at(question.ends()))
                        .addOffsetDateTime(at(question.asOf()));
        return RowReading.all(
                connection,
                SourceScoreSql.DELIVERIES,
                values,
                PostgresSourceScoreFigures::delivered);
    }

    private static Tuple placed(SourceScoreQuestion question) {
        return Tuple.of(question.within().prefix()).addShort(Narrow.toShort(question.schoolYear()));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static SourceScoreDeliveries delivered(Row row) {
        return new SourceScoreDeliveries(
                row.getString("feed"),
                row.getLong("deliveries"),
                row.getLong("declared"),
                row.getLong("received"),
                row.getLong("accepted"),
                row.getLong("rejected"),
                row.getLong("duplicate"),
                row.getLong("waiting"),
                RowReading.instantOrNull(row, "last_at"),
                row.getLong("silence"));
    }

    private static SourceScoreRecords records(Row row) {
        return new SourceScoreRecords(
                row.getString("feed"),
                row.getLong("posted"),
                row.getLong("aside"),
                row.getLong("held"),
                row.getLong("refused"),
                row.getLong("waiting"),
                row.getLong("withdrawn"),
                row.getLong("late"),
                row.getLong("hours"),
                row.getLong("credits"),
                row.getLong("open_breaks"),
                row.getLong("in_question"));
    }

    private static SourceScoreDelay delay(Row row) {
        return new SourceScoreDelay(
                row.getString("feed"), row.getLong("days"), row.getLong("records"));
    }
}
