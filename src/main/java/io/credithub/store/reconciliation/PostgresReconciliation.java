package io.credithub.store.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.reconciliation.BankFigures;
import io.credithub.flow.reconciliation.CountyStanding;
import io.credithub.flow.reconciliation.DivisionFigures;
import io.credithub.flow.reconciliation.FeedSums;
import io.credithub.flow.reconciliation.Figures;
import io.credithub.flow.reconciliation.Figures.LedgerRecount;
import io.credithub.flow.reconciliation.ListedFigures;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.flow.reconciliation.Reconciliation;
import io.credithub.flow.reconciliation.ReconciliationFigures;
import io.credithub.flow.rules.CycleDay;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.delivery.CellSums;
import io.credithub.store.delivery.DifferingRows;
import io.credithub.store.delivery.FeedLines;
import io.credithub.store.sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The figures of the proof, read in one snapshot: while postings go on, they still belong
/// together.
@ApplicationScoped
public class PostgresReconciliation implements ReconciliationFigures {
    private final Snapshots snapshots;
    private final Sealed sealed;

    public PostgresReconciliation(Snapshots snapshots, Sealing sealing) {
        this.snapshots = snapshots;
        this.sealed = new Sealed(sealing);
    }

    @Override
    public Uni<Figures> count(CycleDay today, boolean recount) {
        return snapshots.read(
                connection -> new ReconciliationMoment(connection).read(today, recount));
    }

    @Override
    public Uni<DivisionFigures> count(Jurisdiction within, CycleDay today, boolean recount) {
        return snapshots.read(
                connection -> new DivisionRows(connection, within.prefix()).read(today, recount));
    }

    @Override
    public Uni<List<PlacedDifference>> differences(
            Jurisdiction within, CopyCursor after, int most) {
        Tuple values =
                Tuple.from(
                        Arrays.asList(
                                after.teacher(),
                                after.family(),
                                after.record(),
                                within.prefix() + "%",
                                most));
        return snapshots.read(connection ->
                connection
                        .preparedQuery(DifferenceRows.SELECT)
                        .execute(values)
                        .map(rows -> stream(rows).map(DifferenceRows::placed).toList()));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    /// One snapshot. The questions go one after the other, since they share its connection.
    private final class ReconciliationMoment {
        private final SqlConnection connection;

        ReconciliationMoment(SqlConnection connection) {
            this.connection = connection;
        }

        Uni<Figures> read(CycleDay today, boolean recount) {
            DivisionRows whole = new DivisionRows(connection, "");
            Uni<Long> open = one(ReconciliationSql.OPEN, row -> row.getLong(0));
            Uni<List<FeedSums>> feeds = all(FeedLines.ALL, FeedLines::feed);
            Uni<List<PlaceSums>> counties = whole.all(CellSums.COUNTIES, CellSums::place);
            Uni<List<PlaceSums>> years = whole.all(CellSums.YEARS, CellSums::place);
            Uni<List<CountyStanding>> standings = whole.standings(today);
            Uni<Long> unsettled = one(ReconciliationSql.UNSETTLED, row -> row.getLong(0));
            Uni<Row> ledger = one(ReconciliationSql.LEDGER, row -> row);
            Uni<Optional<LedgerRecount>> recounted =
                    recount ? recount().map(Optional::of) : Uni.createFrom().item(Optional.empty());
            return Uni.combine()
                    .all()
                    .unis(
                            List.of(
                                    open,
                                    feeds,
                                    counties,
                                    years,
                                    standings,
                                    unsettled,
                                    ledger,
                                    new DifferingRows(connection, sealed)
                                            .read(0, Reconciliation.DIFFERING_MAX),
                                    one(DifferingRows.IN_ALL, row -> row.getLong(0)),
                                    BankSql.read(connection, recount),
                                    recounted,
                                    whole.roster(),
                                    one(ReconciliationSql.REPLAYS, SumsRows::replays),
                                    ListedRows.read(connection, recount)))
                    .usingConcurrencyOf(1)
                    .with(ReconciliationMoment::figures);
        }

        @SuppressWarnings("unchecked") // in the order of the questions above
        private static Figures figures(List<?> answers) {
            List<CountyStanding> standings = (List<CountyStanding>) answers.get(4);
            Row ledger = (Row) answers.get(6);
            return new Figures(
                    (Long) answers.get(0),
                    (Long) answers.get(11),
                    (List<FeedSums>) answers.get(1),
                    (List<PlaceSums>) answers.get(2),
                    (List<PlaceSums>) answers.get(3),
                    standings,
                    (Long) answers.get(5),
                    new Credits(ledger.getLong("credits")),
                    new Credits(
                            standings.stream()
                                    .mapToLong(county -> county.earned().hundredths())
                                    .sum()),
                    chain(ledger),
                    (List<DeliveryStatus>) answers.get(7),
                    (Long) answers.get(8),
                    (BankFigures) answers.get(9),
                    ((Optional<LedgerRecount>) answers.get(10)).orElse(null),
                    (Figures.Replayed) answers.get(12),
                    (ListedFigures) answers.get(13));
        }

        private static Figures.ChainFigures chain(Row row) {
            boolean fits =
                    row.getBoolean("head_fits")
                            && Objects.equals(row.getLong("entries"), row.getLong("last_seq"))
                            && Objects.equals(row.getLong("blocks"), row.getLong("last_block"));
            return new Figures.ChainFigures(
                    row.getLong("blocks"),
                    row.getLong("entries"),
                    HexFormat.of().formatHex(row.getBuffer("last_hash").getBytes()),
                    row.getLong("broken"),
                    fits);
        }

        private Uni<LedgerRecount> recount() {
            return Uni.combine()
                    .all()
                    .unis(
                            connection.query(ReconciliationSql.RECOUNT).execute(),
                            all(ReconciliationSql.COUNTIES_RECOUNT, CellSums::place),
                            all(ReconciliationSql.YEARS_RECOUNT, CellSums::place),
                            one(ReconciliationSql.LEDGER_RECOUNT, row -> row),
                            one(ReconciliationSql.MOVEMENTS_RECOUNT, SumsRows::movements),
                            one(ReconciliationSql.ADJUSTED_RECOUNT, SumsRows::adjusted),
                            one(ReconciliationSql.SIGNED_RECOUNT, SumsRows::signed))
                    .usingConcurrencyOf(1)
                    .with((feeds, counties, years, ledger, movements, adjusted, signed) ->
                            new LedgerRecount(
                                    SumsRows.states(feeds),
                                    counties,
                                    years,
                                    new Credits(ledger.getLong("credits")),
                                    ledger.getLong("entries"),
                                    new Credits(ledger.getLong("awards")),
                                    movements,
                                    adjusted,
                                    signed));
        }

        private <T> Uni<List<T>> all(String sql, Function<Row, T> reading) {
            return connection.query(sql).execute().map(rows -> stream(rows).map(reading).toList());
        }

        private <T> Uni<T> one(String sql, Function<Row, T> reading) {
            return connection
                    .query(sql)
                    .execute()
                    .map(rows -> reading.apply(rows.iterator().next()));
        }
    }
}
