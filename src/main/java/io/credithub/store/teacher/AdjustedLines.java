package io.credithub.store.teacher;

import io.credithub.domain.Credits;
import io.credithub.flow.teacher.Registry.LineAdjustment;
import io.credithub.store.sql.RowReading;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/// By which adjustment a line of the ledger earns other than the rules say: the last that was
/// posted of its content before it.
final class AdjustedLines {
    /// Of a line `e`. Only the few lines that are adjusted are looked up.
    static final String JOIN =
            """
            left join lateral (
                select a.id as adjustment_id, a.credits as adjusted_to, s.at as adjusted_at,
                    s.role as adjusted_by, o.reason as adjusted_for
                from adjustment a
                join adjustment_step o on o.adjustment_id = a.id and o.act = 1
                join adjustment_step s on s.adjustment_id = a.id and s.act = 2
                where e.rule < 0 and a.record_key = e.record_key and a.version_no = e.version_no
                    and a.posted_seq < e.seq
                order by a.posted_seq desc limit 1) a on true
            """;

    private AdjustedLines() {}

    static @Nullable LineAdjustment adjustment(Row row) {
        Long id = row.getLong("adjustment_id");
        return id == null
                ? null
                : new LineAdjustment(
                        id,
                        new Credits(row.getInteger("adjusted_to")),
                        row.getString("adjusted_for"),
                        RowReading.instant(row, "adjusted_at"),
                        row.getString("adjusted_by"));
    }
}
