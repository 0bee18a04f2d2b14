package io.credithub.store.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.flow.reconciliation.CountyStanding;
import io.credithub.flow.reconciliation.DivisionFigures;
import io.credithub.flow.reconciliation.DivisionFigures.DivisionRecount;
import io.credithub.flow.reconciliation.FeedShare;
import io.credithub.flow.rules.CycleDay;
import io.credithub.store.delivery.CellSums;
import io.credithub.store.delivery.ShareRows;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The figures of one division, read in the snapshot of a connection.
///
/// @param prefix of its counties' codes
public record DivisionRows(SqlConnection connection, String prefix) {
    Uni<DivisionFigures> read(CycleDay today, boolean recount) {
        Uni<Optional<DivisionRecount>> recounted =
                recount ? recount().map(Optional::of) : Uni.createFrom().item(Optional.empty());
        return Uni.combine()
                .all()
                .unis(
                        roster(),
                        all(CellSums.FEEDS, DivisionRows::share),
                        all(CellSums.COUNTIES, CellSums::place),
                        all(CellSums.YEARS, CellSums::place),
                        standings(today),
                        recounted)
                .usingConcurrencyOf(1)
                .with((roster, feeds, counties, years, standings, again) ->
                        new DivisionFigures(
                                roster, feeds, counties, years, standings, again.orElse(null)));
    }

    Uni<Long> roster() {
        return all(ReconciliationSql.ROSTER, row -> row.getLong(0)).map(List::getFirst);
    }

    Uni<List<CountyStanding>> standings(CycleDay today) {
        MonthDay start = today.calendar().schoolYearStart();
        Tuple values =
                Tuple.of(
                                prefix,
                                today.cycle(),
                                today.calendar().cycleYears(),
                                start.getMonthValue(),
                                start.getDayOfMonth())
                        .addLocalDate(today.day());
        return connection
                .preparedQuery(ReconciliationSql.STANDINGS)
                .execute(values)
                .map(rows -> RowReading.list(rows, SumsRows::standing));
    }

    private Uni<DivisionRecount> recount() {
        return Uni.combine()
                .all()
                .unis(
                        all(DivisionSql.RECOUNT, DivisionRows::share),
                        all(DivisionSql.AWARDS, row -> new Credits(row.getLong("credits"))))
                .usingConcurrencyOf(1)
                .with((feeds, awards) -> new DivisionRecount(feeds, awards.getFirst()));
    }

    private static FeedShare share(Row row) {
        return new FeedShare(row.getString("key"), ShareRows.sums(row));
    }

    <T> Uni<List<T>> all(String sql, Function<Row, T> reading) {
        return RowReading.all(connection, sql, Tuple.of(prefix), reading);
    }
}
