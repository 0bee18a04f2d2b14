package io.credithub.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/// Where the chain of the ledger ends.
///
/// @param hash of the last block; 32 zero bytes before the first
record LedgerHead(long seq, int block, byte[] hash) {
    /// Waits for the pen and takes it until the transaction ends.
    static Uni<LedgerHead> lock(SqlConnection connection) {
        return connection
                .preparedQuery("select last_seq, last_block, last_hash from ledger_head for update")
                .execute()
                .map(rows -> of(rows.iterator().next()));
    }

    private static LedgerHead of(Row row) {
        return new LedgerHead(
                row.getLong("last_seq"),
                row.getInteger("last_block"),
                row.getBuffer("last_hash").getBytes());
    }

    Uni<Void> save(SqlConnection connection) {
        return connection
                .preparedQuery(
                        "update ledger_head set last_seq = $1, last_block = $2, last_hash = $3")
                .execute(Tuple.of(seq, block, Buffer.buffer(hash)))
                .replaceWithVoid();
    }
}
