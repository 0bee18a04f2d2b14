package io.credithub.store.ledger;

import io.credithub.domain.ledger.Cause;
import io.credithub.domain.ledger.Chain;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.store.sql.ArrayColumns;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.BatchSender;
import io.credithub.store.sql.SetStatement;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Appends a block to the ledger and moves its head.
public final class LedgerWriter {
    private static final ArrayColumns COLUMNS =
            ArrayColumns.of(
                    "seq int8",
                    "teacher_id int4",
                    "record_key uuid",
                    "version_no int4",
                    "kind int2",
                    "school_year int2",
                    "policy_id int4",
                    "rule int2",
                    "credits int4",
                    "experience int4",
                    "quality int4",
                    "reason int2");

    private static final SetStatement APPEND =
            COLUMNS.statement(rows ->
                    "insert into ledger_entry (%s, block_no) select %s, $13"
                            .formatted(COLUMNS.names(), rows));

    private static final String SEAL =
            """
            insert into ledger_block (no, first_seq, entries, credits, previous, hash, rulebook_id,
                delivery_id, chunk_no, recomputation_id)
            values ($1, $2, $3, $4, $5, $6, $7,
                nullif($8::int8, 0), case when $8 > 0 then $9::int4 end, nullif($10::int4, 0))\
            """;

    private static final ArrayColumns CAUSE_COLUMNS =
            ArrayColumns.of("seq int8", "record_key uuid", "version_no int4", "criterion int2");

    private static final String CAUSE =
            "insert into ledger_cause (%s) select %s"
                    .formatted(CAUSE_COLUMNS.names(), CAUSE_COLUMNS.rows());

    private final SqlConnection connection;
    private final LedgerHead head;
    private final Occasion occasion;
    private final List<Chain.ChainLine> lines;

    /// @param lines numbered on from the head
    public LedgerWriter(
            SqlConnection connection,
            LedgerHead head,
            Occasion occasion,
            List<Chain.ChainLine> lines) {
        this.connection = connection;
        this.head = head;
        this.occasion = occasion;
        this.lines = lines;
    }

    static LedgerWriter of(
            SqlConnection connection,
            LedgerHead head,
            Occasion occasion,
            List<LedgerEntry> entries) {
        return new LedgerWriter(connection, head, occasion, lines(head, entries));
    }

    /// The head after the block.
    public LedgerHead moved() {
        if (lines.isEmpty()) return head;
        return head.sealed(lines.size(), BlockHash.of(head.hash(), occasion, lines));
    }

    /// The statements that append the block, not sent yet. Where there is none, the head is written
    /// as it was: that somebody was here shows by it ([RecentPlacings]).
    public List<Uni<Void>> append(LedgerHead moved) {
        if (lines.isEmpty()) return List.of(moved.save(connection));
        long credits = lines.stream().mapToLong(Chain.ChainLine::credits).sum();
        Tuple block =
                Tuple.of(
                        moved.block(),
                        head.seq() + 1,
                        lines.size(),
                        credits,
                        Buffer.buffer(head.hash()),
                        Buffer.buffer(moved.hash()));
        block.addInteger(moved.rules())
                .addLong(occasion.delivery())
                .addInteger(occasion.chunk())
                .addInteger(occasion.recomputation());
        BatchSender sets = new BatchSender(connection);
        List<Chain.ChainLine> caused = lines.stream().filter(line -> line.cause() != null).toList();
        return List.of(
                sets.send(APPEND, lines, LedgerWriter::columns),
                sets.send(CAUSE, caused, LedgerWriter::causes),
                connection.preparedQuery(SEAL).execute(block).replaceWithVoid(),
                moved.save(connection));
    }

    private static List<Chain.ChainLine> lines(LedgerHead head, List<LedgerEntry> entries) {
        List<Chain.ChainLine> lines = new ArrayList<>(entries.size());
        for (LedgerEntry entry : entries) {
            AwardAmounts price = entry.price();
            int sign = entry.kind().sign();
            lines.add(
                    new Chain.ChainLine(
                            head.seq() + lines.size() + 1,
                            head.block() + 1,
                            entry.teacher(),
                            entry.version().copy().key(),
                            entry.version().number(),
                            entry.kind().code(),
                            price.schoolYear(),
                            price.policy(),
                            price.rule(),
                            sign * price.credits(),
                            sign * price.experience(),
                            sign * price.quality(),
                            entry.reason().code(),
                            entry.cause()));
        }
        return lines;
    }

    private static Tuple columns(List<Chain.ChainLine> lines) {
        return new ArrayParameters<>(lines)
                .longs(Chain.ChainLine::seq)
                .ints(Chain.ChainLine::teacher)
                .uuids(Chain.ChainLine::record)
                .ints(Chain.ChainLine::version)
                .shorts(Chain.ChainLine::kind)
                .shorts(Chain.ChainLine::schoolYear)
                .ints(Chain.ChainLine::policy)
                .shorts(Chain.ChainLine::rule)
                .ints(Chain.ChainLine::credits)
                .ints(Chain.ChainLine::experience)
                .ints(Chain.ChainLine::quality)
                .shorts(Chain.ChainLine::reason)
                .plain(lines.getFirst().block())
                .tuple();
    }

    private static Tuple causes(List<Chain.ChainLine> lines) {
        return new ArrayParameters<>(lines)
                .longs(Chain.ChainLine::seq)
                .uuids(line -> cause(line).record())
                .ints(line -> cause(line).version())
                .shorts(line -> cause(line).criterion().code())
                .tuple();
    }

    private static Cause cause(Chain.ChainLine line) {
        return Objects.requireNonNull(line.cause());
    }
}
