package io.credithub.store.report;

import io.credithub.domain.Credits;
import io.credithub.domain.Narrow;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.delivery.DivisionSums;
import io.credithub.flow.reconciliation.FeedSums;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.flow.report.head.ReportBasis;
import io.credithub.flow.report.year.RollUpFigures;
import io.credithub.flow.report.year.RollUpFigures.OpenBreaks;
import io.credithub.flow.report.year.StatementFigures;
import io.credithub.flow.report.year.StatementFigures.FeedYear;
import io.credithub.flow.report.year.StatementFigures.RosterPart;
import io.credithub.flow.report.year.StatementFigures.TalliedBreaks;
import io.credithub.flow.report.year.YearFigures.YearScope;
import io.credithub.flow.roster.RosterRow.TeacherStatus;
import io.credithub.store.delivery.CellSums;
import io.credithub.store.delivery.FeedLines;
import io.credithub.store.delivery.ShareRows;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/// The figures of a division's school year, read in the snapshot of a connection, one question
/// after the other.
record YearMoment(SqlConnection connection, YearScope scope) {
    Uni<StatementFigures> statement() {
        return Uni.combine()
                .all()
                .unis(feeds(), deliveries(), breaks(), roster(), counties(), basis())
                .usingConcurrencyOf(1)
                .with(StatementFigures::new);
    }

    Uni<RollUpFigures> rollUp() {
        return Uni.combine()
                .all()
                .unis(
                        counties(),
                        all(YearSql.OPEN_BREAKS, breaksOf(), YearMoment::openBreaks),
                        basis())
                .usingConcurrencyOf(1)
                .with(RollUpFigures::new);
    }

    private Uni<List<FeedYear>> feeds() {
        return Uni.combine()
                .all()
                .unis(
                        keyed(CellSums.FEEDS_OF_YEAR, scope.schoolYear(), ShareRows::sums),
                        keyed(CellSums.FEEDS_OF_YEAR, scope.schoolYear() - 1, ShareRows::sums),
                        keyed(
                                YearSql.WITHDRAWN,
                                scope.schoolYear(),
                                row -> row.getLong("withdrawn")))
                .usingConcurrencyOf(1)
                .with(YearMoment::sideBySide);
    }

    private static List<FeedYear> sideBySide(
            Map<String, DivisionSums> now,
            Map<String, DivisionSums> before,
            Map<String, Long> withdrawn) {
        TreeSet<String> feeds = new TreeSet<>(now.keySet());
        feeds.addAll(before.keySet());
        feeds.addAll(withdrawn.keySet());
        return feeds.stream()
                .map(feed ->
                        new FeedYear(
                                feed,
                                now.getOrDefault(feed, DivisionSums.NONE),
                                before.getOrDefault(feed, DivisionSums.NONE),
                                withdrawn.getOrDefault(feed, 0L)))
                .toList();
    }

    private <T> Uni<Map<String, T>> keyed(String sql, int year, Function<Row, T> reading) {
        return connection
                .preparedQuery(sql)
                .execute(values(scope.within().prefix(), year))
                .map(rows -> {
                    Map<String, T> map = new HashMap<>();
                    for (Row row : rows) map.put(row.getString("key"), reading.apply(row));
                    return map;
                });
    }

    /// They are of many divisions: whoever asks for one of them is not told.
    private Uni<List<FeedSums>> deliveries() {
        if (!scope.isWhole()) return Uni.createFrom().item(List.of());
        return all(FeedLines.ALL, Tuple.tuple(), FeedLines::feed);
    }

    private Uni<List<TalliedBreaks>> breaks() {
        return all(YearSql.BREAKS_BY_KIND, breaksOf(), YearMoment::tally);
    }

    /// What is nobody's is the whole's.
    private Tuple breaksOf() {
        return values(scope.isWhole() ? "" : scope.within().prefix(), scope.schoolYear());
    }

    private static TalliedBreaks tally(Row row) {
        return new TalliedBreaks(
                BreakCode.of(row.getInteger("code")),
                BreakOwner.of(row.getInteger("owner")),
                BreakState.of(row.getInteger("state")),
                row.getLong("breaks"),
                new Credits(row.getLong("in_question")));
    }

    private static OpenBreaks openBreaks(Row row) {
        return new OpenBreaks(
                row.getString("division"),
                row.getLong("breaks"),
                new Credits(row.getLong("in_question")));
    }

    private Uni<List<RosterPart>> roster() {
        Tuple values =
                values(scope.within().prefix(), scope.schoolYear()).addBoolean(scope.isCounty());
        return all(YearSql.ROSTER, values, YearMoment::rosterPart);
    }

    private static RosterPart rosterPart(Row row) {
        return new RosterPart(
                TeacherStatus.valueOf(row.getString("status")),
                row.getString("school"),
                row.getString("name"),
                row.getLong("teachers"),
                row.getLong("with_records"),
                ShareRows.sums(row));
    }

    private Uni<List<PlaceSums>> counties() {
        return all(
                CellSums.COUNTIES_OF_YEAR,
                values(scope.within().prefix(), scope.schoolYear()),
                CellSums::place);
    }

    private Uni<ReportBasis> basis() {
        return PostgresBasisReading.read(connection, scope.basis());
    }

    private static Tuple values(String prefix, int year) {
        return Tuple.of(prefix).addShort(Narrow.toShort(year));
    }

    private <T> Uni<List<T>> all(String sql, Tuple values, Function<Row, T> reading) {
        return RowReading.all(connection, sql, values, reading);
    }
}
