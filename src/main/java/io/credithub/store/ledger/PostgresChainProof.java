package io.credithub.store.ledger;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.Chain;
import io.credithub.flow.ledger.ChainProof;
import io.credithub.flow.ledger.ChainReport;
import io.credithub.store.completion.CauseRows;
import io.credithub.store.connection.Snapshots;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Computes the hash of every block anew, block by block from the first, and holds the last against
/// the ledger's head, so that a block cut off at the end shows too.
@ApplicationScoped
public class PostgresChainProof implements ChainProof {
    private static final String BLOCK =
            """
            select no, first_seq, entries, credits, previous, hash, delivery_id, chunk_no,
                recomputation_id
            from ledger_block
            where no = $1\
            """;

    private static final String ENTRIES =
            """
            select e.*, k.record_key as cause_key, k.version_no as cause_version, k.criterion
            from ledger_entry e left join ledger_cause k on k.seq = e.seq
            where e.seq >= $1 and e.seq < $2 order by e.seq\
            """;

    private static final String HEAD = "select last_seq, last_block, last_hash from ledger_head";

    private final Snapshots snapshots;

    public PostgresChainProof(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<ChainReport> verify() {
        return snapshots.read(connection -> new Walk(connection).toTheEnd());
    }

    /// How far the walk along the chain has come. Steps follow one another; never two at once.
    private static final class Walk {
        private final SqlConnection connection;
        private long blocks;
        private long entries;
        private long credits;
        private byte[] hash = new byte[32];
        private @Nullable Long broken;

        Walk(SqlConnection connection) {
            this.connection = connection;
        }

        Uni<ChainReport> toTheEnd() {
            return Uni.createFrom()
                    .deferred(this::step)
                    .repeat()
                    .whilst(more -> more)
                    .collect()
                    .last()
                    .chain(() -> connection.query(HEAD).execute())
                    .map(rows -> report(rows.iterator().next()));
        }

        /// One block; false at the end or at the first that is broken.
        private Uni<Boolean> step() {
            return connection
                    .preparedQuery(BLOCK)
                    .execute(Tuple.of(blocks + 1))
                    .chain(rows ->
                            rows.size() == 0
                                    ? Uni.createFrom().item(false)
                                    : entries(rows.iterator().next()));
        }

        private Uni<Boolean> entries(Row block) {
            long first = block.getLong("first_seq");
            return connection
                    .preparedQuery(ENTRIES)
                    .execute(Tuple.of(first, first + block.getInteger("entries")))
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(rows -> take(block, rows));
        }

        private boolean take(Row block, RowSet<Row> rows) {
            List<Chain.ChainLine> lines = new ArrayList<>(rows.size());
            for (Row row : rows) lines.add(line(row));
            byte[] sealed = block.getBuffer("hash").getBytes();
            boolean follows = Arrays.equals(block.getBuffer("previous").getBytes(), hash);
            boolean inPlace = block.getLong("first_seq") == entries + 1;
            byte[] again = BlockHash.of(hash, CauseRows.occasion(block), lines);
            if (!follows || !inPlace || !Arrays.equals(again, sealed)) {
                broken = block.getLong("no");
                return false;
            }
            blocks++;
            entries += lines.size();
            for (Chain.ChainLine line : lines) credits += line.credits();
            hash = sealed;
            return true;
        }

        private ChainReport report(Row head) {
            boolean complete = head.getLong("last_block") <= blocks || broken != null;
            if (!complete) broken = blocks + 1;
            return new ChainReport(
                    blocks, entries, new Credits(credits), HexFormat.of().formatHex(hash), broken);
        }
    }

    private static Chain.ChainLine line(Row row) {
        return new Chain.ChainLine(
                row.getLong("seq"),
                row.getLong("block_no"),
                row.getInteger("teacher_id"),
                row.getUUID("record_key"),
                row.getInteger("version_no"),
                row.getInteger("kind"),
                row.getInteger("school_year"),
                row.getInteger("policy_id"),
                row.getInteger("rule"),
                row.getInteger("credits"),
                row.getInteger("experience"),
                row.getInteger("quality"),
                row.getInteger("reason"),
                CauseRows.cause(row));
    }
}
