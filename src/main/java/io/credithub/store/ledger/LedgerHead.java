package io.credithub.store.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;

/// Where the chain of the ledger ends, and which roster it was written under.
///
/// @param hash of the last block; 32 zero bytes before the first
/// @param roster counts the batches that changed the roster
/// @param facts counts what was granted and taken back
/// @param rules the number of the rulebook in force
/// @param matching the number of what records are matched by
public record LedgerHead(
        long seq, long block, byte[] hash, long roster, long facts, int rules, long matching) {
    private static final String READ =
            "select last_seq, last_block, last_hash, roster_version, facts_version, rulebook,"
                    + " matching%s from ledger_head";
    private static final String LOOK = READ.formatted("");
    private static final String HOLD =
            READ.formatted(
                            ", xmin::text::int8 as left_by,"
                                    + " pg_current_xact_id()::xid::text::int8 as held_by")
                    + " for update";

    /// The head, by whoever has the ledger lock.
    ///
    /// @param leftBy the number of the transaction that wrote this head
    /// @param by the number of the transaction that has the ledger lock now
    record Held(LedgerHead head, long leftBy, long by) {}

    /// Waits for the ledger lock and takes it until the transaction ends.
    public static Uni<LedgerHead> lock(SqlConnection connection) {
        return hold(connection).map(Held::head);
    }

    /// Waits for the ledger lock and takes it until the transaction ends.
    static Uni<Held> hold(SqlConnection connection) {
        return connection.preparedQuery(HOLD).execute().map(rows -> held(rows.iterator().next()));
    }

    /// As it is now, without waiting.
    static Uni<LedgerHead> read(SqlConnection connection) {
        return connection.preparedQuery(LOOK).execute().map(rows -> of(rows.iterator().next()));
    }

    private static Held held(Row row) {
        return new Held(of(row), row.getLong("left_by"), row.getLong("held_by"));
    }

    private static LedgerHead of(Row row) {
        return new LedgerHead(
                row.getLong("last_seq"),
                row.getLong("last_block"),
                row.getBuffer("last_hash").getBytes(),
                row.getLong("roster_version"),
                row.getLong("facts_version"),
                row.getInteger("rulebook"),
                row.getLong("matching"));
    }

    public Uni<Void> save(SqlConnection connection) {
        return connection
                .preparedQuery(
                        "update ledger_head set last_seq = $1, last_block = $2, last_hash = $3,"
                                + " roster_version = $4, facts_version = $5, rulebook = $6,"
                                + " matching = $7")
                .execute(
                        Tuple.of(seq, block, Buffer.buffer(hash), roster, facts, rules)
                                .addLong(matching))
                .replaceWithVoid();
    }

    /// After a block more.
    LedgerHead sealed(long lines, byte[] blockHash) {
        return new LedgerHead(seq + lines, block + 1, blockHash, roster, facts, rules, matching);
    }

    /// After a batch that changed the roster.
    LedgerHead enrolled() {
        return new LedgerHead(seq, block, hash, roster + 1, facts, rules, matching);
    }

    /// After a decision about the rules.
    public LedgerHead ruledBy(int rulebook) {
        return new LedgerHead(seq, block, hash, roster, facts, rulebook, matching);
    }

    /// After something was granted or taken back.
    public LedgerHead granted() {
        return new LedgerHead(seq, block, hash, roster, facts + 1, rules, matching);
    }

    /// After a change of what records are matched by.
    public LedgerHead matched() {
        return new LedgerHead(seq, block, hash, roster, facts, rules, matching + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerHead that
                && seq == that.seq
                && block == that.block
                && roster == that.roster
                && facts == that.facts
                && rules == that.rules
                && matching == that.matching
                && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seq) ^ Long.hashCode(roster);
    }
}
