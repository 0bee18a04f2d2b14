package io.credithub.store.ledger;

import io.credithub.domain.ledger.Cause;
import io.credithub.domain.ledger.Chain;
import io.credithub.domain.ledger.Entry;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.Worth.Price;
import io.credithub.store.sql.ArrayColumns;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.BatchSender;
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

    private static final String APPEND =
            "insert into ledger_entry (%s, block_no) select %s, $13"
                    .formatted(COLUMNS.names(), COLUMNS.rows());

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
    private final List<Chain.Line> lines;

    /// @param lines numbered on from the head
    public LedgerWriter(
            SqlConnection connection, LedgerHead head, Occasion occasion, List<Chain.Line> lines) {
        this.connection = connection;
        this.head = head;
        this.occasion = occasion;
        this.lines = lines;
    }

    static LedgerWriter of(
            SqlConnection connection, LedgerHead head, Occasion occasion, List<Entry> entries) {
        return new LedgerWriter(connection, head, occasion, lines(head, entries));
    }

    /// The head after the block.
    public LedgerHead moved() {
        if (lines.isEmpty()) return head;
        return head.sealed(lines.size(), BlockHash.of(head.hash(), occasion, lines));
    }

    /// The statements that append the block, not sent yet.
    public List<Uni<Void>> append(LedgerHead moved) {
        if (lines.isEmpty()) return List.of();
        long credits = lines.stream().mapToLong(Chain.Line::credits).sum();
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
        List<Chain.Line> caused = lines.stream().filter(line -> line.cause() != null).toList();
        return List.of(
                sets.send(APPEND, lines, LedgerWriter::columns),
                sets.send(CAUSE, caused, LedgerWriter::causes),
                connection.preparedQuery(SEAL).execute(block).replaceWithVoid(),
                moved.save(connection));
    }

    private static List<Chain.Line> lines(LedgerHead head, List<Entry> entries) {
        List<Chain.Line> lines = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            Price price = entry.price();
            int sign = entry.kind().sign();
            lines.add(
                    new Chain.Line(
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

    private static Tuple columns(List<Chain.Line> lines) {
        return new ArrayParameters<>(lines)
                .longs(Chain.Line::seq)
                .ints(Chain.Line::teacher)
                .uuids(Chain.Line::record)
                .ints(Chain.Line::version)
                .shorts(Chain.Line::kind)
                .shorts(Chain.Line::schoolYear)
                .ints(Chain.Line::policy)
                .shorts(Chain.Line::rule)
                .ints(Chain.Line::credits)
                .ints(Chain.Line::experience)
                .ints(Chain.Line::quality)
                .shorts(Chain.Line::reason)
                .plain(lines.getFirst().block())
                .tuple();
    }

    private static Tuple causes(List<Chain.Line> lines) {
        return new ArrayParameters<>(lines)
                .longs(Chain.Line::seq)
                .uuids(line -> cause(line).record())
                .ints(line -> cause(line).version())
                .shorts(line -> cause(line).criterion().code())
                .tuple();
    }

    private static Cause cause(Chain.Line line) {
        return Objects.requireNonNull(line.cause());
    }
}
