package io.credithub.store.completion;

import io.credithub.domain.ledger.Cause;
import io.credithub.domain.ledger.Criterion;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.Occasion;
import io.credithub.flow.teacher.Registry.Instead;
import io.credithub.flow.teacher.Registry.LineReason;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why lines of the ledger are there: the reason stands in the line, what set it going in its
/// block, and what counts instead beside the few lines that have such a thing.
public final class CauseRows {
    /// Of a line `e` and its block `b`.
    public static final String COLUMNS =
            """
            e.reason, b.delivery_id as occasion_delivery, b.chunk_no as occasion_chunk,
            b.recomputation_id as occasion_recomputation, i.*\
            """;

    /// `offset 0`: looked up by primary key, line by line.
    public static final String JOIN =
            """
            left join lateral (
                select k.record_key as cause_key, k.version_no as cause_version, k.criterion,
                    c.record_id as cause_record, c.delivery_id as cause_delivery,
                    f.code as cause_feed
                from ledger_cause k
                join completion c on c.record_key = k.record_key and c.version_no = k.version_no
                join feed f on f.id = c.feed_id
                where k.seq = e.seq offset 0) i on true
            """;

    private CauseRows() {}

    /// @param row of [#COLUMNS]
    public static LineReason why(Row row) {
        return new LineReason(
                EntryReason.of(row.getInteger("reason")),
                new Occasion(
                        delivery(row, "occasion_delivery"),
                        number(row, "occasion_chunk"),
                        number(row, "occasion_recomputation")),
                instead(row));
    }

    private static @Nullable Instead instead(Row row) {
        Cause cause = cause(row);
        if (cause == null) return null;
        return new Instead(
                cause,
                row.getString("cause_feed"),
                row.getString("cause_record"),
                row.getLong("cause_delivery"));
    }

    public static @Nullable Cause cause(Row row) {
        if (row.getUUID("cause_key") == null) return null;
        return new Cause(
                row.getUUID("cause_key"),
                row.getInteger("cause_version"),
                Criterion.of(row.getInteger("criterion")));
    }

    /// @param block with its own columns
    public static Occasion occasion(Row block) {
        return new Occasion(
                delivery(block, "delivery_id"),
                number(block, "chunk_no"),
                number(block, "recomputation_id"));
    }

    private static long delivery(Row row, String column) {
        return Objects.requireNonNullElse(row.getLong(column), 0L);
    }

    private static int number(Row row, String column) {
        return Objects.requireNonNullElse(row.getInteger(column), 0);
    }
}
