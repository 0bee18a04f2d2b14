package io.credithub.store.hold;

import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.PairDecisions.Pair;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.hold.HoldBook;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.store.completion.PairRows;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.credithub.store.sql.ArrayParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Decisions about held records on the connection of the ledger transaction.
@Singleton
public class PostgresHoldBook implements HoldBook {
    /// A decision about a pair, as it is stored.
    private record PairRow(Pair pair, int verdict, NewDecision made) {
        static PairRow of(NewDecision made) {
            UUID peer = made.peer();
            if (peer == null) throw new IllegalArgumentException("a pair of one: " + made);
            PairVerdict verdict =
                    made.decision() == HoldDecision.SAME ? PairVerdict.SAME : PairVerdict.DIFFERENT;
            return new PairRow(Pair.of(made.record(), peer), PairRows.code(verdict), made);
        }
    }

    @Override
    public Uni<Map<UUID, OwnedRecord>> owned(
            LedgerTransaction ledger, Collection<UUID> records, Jurisdiction within) {
        Tuple parameters = new ArrayParameters<>(List.copyOf(records)).uuids(key -> key).tuple();
        return PostgresLedgerTransaction.of(ledger)
                .ask(HeldRecordSql.OWNED, parameters.addString(within.prefix()))
                .map(rows -> {
                    Map<UUID, OwnedRecord> owned = new HashMap<>();
                    for (Row row : rows) {
                        owned.put(
                                row.getUUID("record_key"),
                                new OwnedRecord(
                                        row.getInteger("teacher_id"), HoldRows.decision(row)));
                    }
                    return owned;
                });
    }

    @Override
    public Uni<Void> keep(LedgerTransaction ledger, List<NewDecision> decisions) {
        PostgresLedgerTransaction transaction = PostgresLedgerTransaction.of(ledger);
        List<PairRow> pairs =
                decisions.stream()
                        .filter(made -> made.decision().isOfPair())
                        .map(PairRow::of)
                        .toList();
        Uni<Void> kept =
                transaction.ask(HeldRecordSql.DECIDE, parameters(decisions)).replaceWithVoid();
        if (pairs.isEmpty()) return kept;
        return kept.chain(() -> transaction.ask(HeldRecordSql.DECIDE_PAIRS, pairParameters(pairs)))
                .replaceWithVoid();
    }

    private static Tuple parameters(List<NewDecision> decisions) {
        return new ArrayParameters<>(decisions)
                .uuids(NewDecision::record)
                .ints(NewDecision::version)
                .ints(made -> made.reason().code())
                .uuids(NewDecision::peer)
                .ints(made -> made.rule() == null ? 0 : made.rule().code())
                .ints(made -> made.decision().code())
                .texts(made -> ResidentId.masked(made.why()))
                .texts(NewDecision::by)
                .tuple();
    }

    private static Tuple pairParameters(List<PairRow> pairs) {
        return new ArrayParameters<>(pairs)
                .uuids(row -> row.pair().first())
                .uuids(row -> row.pair().second())
                .ints(PairRow::verdict)
                .texts(row -> ResidentId.masked(row.made().why()))
                .texts(row -> row.made().by())
                .tuple();
    }
}
