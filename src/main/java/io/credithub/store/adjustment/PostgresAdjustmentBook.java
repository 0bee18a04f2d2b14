package io.credithub.store.adjustment;

import io.credithub.domain.Credits;
import io.credithub.domain.Narrow;
import io.credithub.domain.adjustment.AdjustmentAct;
import io.credithub.domain.adjustment.AdjustmentState;
import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.adjustment.AdjustmentBook;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Adjustments on the connection of the ledger transaction.
@Singleton
public class PostgresAdjustmentBook implements AdjustmentBook {
    @Override
    public Uni<@Nullable BrokenRecord> broken(
            LedgerTransaction ledger, UUID identity, Jurisdiction within) {
        return first(
                ledger,
                AdjustmentSql.BROKEN,
                Tuple.of(identity, within.prefix()),
                row -> new BrokenRecord(row.getUUID("record_key")));
    }

    @Override
    public Uni<@Nullable Integer> owner(
            LedgerTransaction ledger, UUID record, Jurisdiction within) {
        return first(
                ledger,
                AdjustmentSql.OWNER,
                Tuple.of(record, within.prefix()),
                row -> row.getInteger("teacher_id"));
    }

    /// @return null if there is no row
    private static <T> Uni<@Nullable T> first(
            LedgerTransaction ledger, String sql, Tuple values, Function<Row, T> reading) {
        return PostgresLedgerTransaction.of(ledger)
                .ask(sql, values)
                .map(rows -> rows.size() == 0 ? null : reading.apply(rows.iterator().next()));
    }

    @Override
    public Uni<Boolean> isOpen(LedgerTransaction ledger, UUID record, int version) {
        return PostgresLedgerTransaction.of(ledger)
                .ask(AdjustmentSql.IS_OPEN, Tuple.of(record, version))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<Long> propose(LedgerTransaction ledger, NewAdjustment proposed, Signed by) {
        Tuple values =
                Tuple.of(proposed.record(), proposed.version())
                        .addInteger(Math.toIntExact(proposed.credits().hundredths()))
                        .addInteger(Math.toIntExact(proposed.rules().hundredths()))
                        .addBoolean(proposed.fourEyes())
                        .addString(ResidentId.masked(proposed.evidence()))
                        .addUUID(proposed.broken());
        return PostgresLedgerTransaction.of(ledger)
                .ask(AdjustmentSql.PROPOSE, values)
                .map(rows -> rows.iterator().next().getLong("id"))
                .call(id -> step(ledger, id, AdjustmentAct.PROPOSE, by));
    }

    @Override
    public Uni<@Nullable OpenAdjustment> find(
            LedgerTransaction ledger, long id, Jurisdiction within) {
        return first(
                ledger,
                AdjustmentSql.OPEN,
                Tuple.of(id, within.prefix()),
                row ->
                        new OpenAdjustment(
                                AdjustmentState.of(row.getInteger("state")),
                                row.getUUID("record_key"),
                                row.getInteger("version_no"),
                                new Credits(row.getInteger("credits")),
                                row.getString("proposed_by")));
    }

    @Override
    public Uni<Void> take(LedgerTransaction ledger, long id, AdjustmentAct act, Signed by) {
        Tuple moved = Tuple.of(id, Narrow.toShort(act.to().code()));
        return PostgresLedgerTransaction.of(ledger)
                .ask(AdjustmentSql.MOVE, moved)
                .chain(() -> step(ledger, id, act, by));
    }

    private static Uni<Void> step(LedgerTransaction ledger, long id, AdjustmentAct act, Signed by) {
        PostgresLedgerTransaction transaction = PostgresLedgerTransaction.of(ledger);
        String reason = ResidentId.masked(by.reason());
        Tuple step = Tuple.of(id, Narrow.toShort(act.code()), by.by(), by.role(), reason);
        Uni<RowSet<Row>> told =
                Uni.createFrom()
                        .deferred(() ->
                                transaction.ask(
                                        AdjustmentSql.TELL_BREAK,
                                        Tuple.of(id, act.name(), by.by(), reason)));
        return transaction.ask(AdjustmentSql.STEP, step).chain(() -> told).replaceWithVoid();
    }
}
