package io.credithub.store.processing;

import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.processing.ChunkRegister;
import io.credithub.store.delivery.FindingSql;
import io.credithub.store.delivery.PostgresDeliveries;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/// Chunks on the connection of the ledger transaction.
@Singleton
public class PostgresChunkRegister implements ChunkRegister {
    private static final String IS_DONE =
            "select done from chunk where delivery_id = $1 and chunk_no = $2";

    @Override
    public Uni<Boolean> isOpen(LedgerTransaction ledger, ChunkRef chunk) {
        PostgresLedgerTransaction transaction = PostgresLedgerTransaction.of(ledger);
        if (transaction.isDryRun()) return Uni.createFrom().item(true);
        return transaction
                .ask(IS_DONE, Tuple.of(chunk.delivery(), chunk.chunk()))
                .map(rows -> !rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<List<FindingAt>> following(LedgerTransaction ledger, long delivery) {
        return PostgresLedgerTransaction.of(ledger)
                .ask(FindingSql.DERIVED, Tuple.of(delivery))
                .map(rows ->
                        RowReading.list(rows, row -> PostgresDeliveries.finding(row).finding()));
    }
}
