package io.credithub.store;

import io.credithub.domain.ledger.Chain;
import io.credithub.domain.ledger.Entry;
import io.credithub.domain.ledger.Worth.Price;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/// Appends a block to the ledger and moves its head.
final class LedgerWriter {
    private static final String APPEND =
            """
            insert into ledger_entry (seq, block_no, teacher_id, record_key, version_no, kind,
                school_year, policy_id, rule, credits, experience, quality)
            select * from unnest($1::int8[], $2::int4[], $3::int4[], $4::uuid[], $5::int2[],
                $6::int2[], $7::int2[], $8::int2[], $9::int2[], $10::int4[], $11::int4[],
                $12::int4[])\
            """;

    private static final String SEAL =
            """
            insert into ledger_block (no, first_seq, entries, credits, previous, hash)
            values ($1, $2, $3, $4, $5, $6)\
            """;

    private final SqlConnection connection;
    private final LedgerHead head;

    LedgerWriter(SqlConnection connection, LedgerHead head) {
        this.connection = connection;
        this.head = head;
    }

    Uni<Void> append(List<Entry> entries) {
        if (entries.isEmpty()) return Uni.createFrom().voidItem();
        List<Chain.Line> lines = lines(entries);
        byte[] hash = BlockHash.of(head.hash(), lines);
        long last = head.seq() + lines.size();
        LedgerHead moved = new LedgerHead(last, head.block() + 1, hash);
        long credits = lines.stream().mapToLong(Chain.Line::credits).sum();
        Tuple block =
                Tuple.of(
                        moved.block(),
                        head.seq() + 1,
                        lines.size(),
                        credits,
                        Buffer.buffer(head.hash()),
                        Buffer.buffer(hash));
        return connection
                .preparedQuery(APPEND)
                .execute(columns(lines))
                .chain(() -> connection.preparedQuery(SEAL).execute(block))
                .chain(() -> moved.save(connection));
    }

    private List<Chain.Line> lines(List<Entry> entries) {
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
                            sign * price.quality()));
        }
        return lines;
    }

    private static Tuple columns(List<Chain.Line> lines) {
        return new Columns<>(lines)
                .longs(Chain.Line::seq)
                .ints(Chain.Line::block)
                .ints(Chain.Line::teacher)
                .uuids(Chain.Line::record)
                .shorts(Chain.Line::version)
                .shorts(Chain.Line::kind)
                .shorts(Chain.Line::schoolYear)
                .shorts(Chain.Line::policy)
                .shorts(Chain.Line::rule)
                .ints(Chain.Line::credits)
                .ints(Chain.Line::experience)
                .ints(Chain.Line::quality)
                .tuple();
    }
}
