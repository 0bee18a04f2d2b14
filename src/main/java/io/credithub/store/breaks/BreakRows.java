package io.credithub.store.breaks;

import io.credithub.domain.Credits;
import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.breaks.BreakAge;
import io.credithub.flow.breaks.Breaks.BreakAging;
import io.credithub.flow.breaks.KnownBreak;
import io.credithub.flow.breaks.KnownBreak.BreakEvent;
import io.credithub.flow.breaks.KnownBreak.BreakSide;
import io.credithub.flow.breaks.KnownBreak.BreakTimes;
import io.credithub.flow.delivery.Hours;
import io.credithub.store.sql.RowReading;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Breaks as rows.
final class BreakRows {
    private BreakRows() {}

    static KnownBreak known(Row row) {
        boolean hasPeer = row.getInteger("peer_feed_id") != null;
        return new KnownBreak(
                row.getUUID("identity"),
                BreakAspect.of(row.getInteger("aspect")),
                BreakCode.of(row.getInteger("code")),
                BreakState.of(row.getInteger("state")),
                BreakOwner.of(row.getInteger("owner")),
                row.getString("assignee"),
                row.getString("teacher_no"),
                row.getString("division"),
                row.getString("school_code"),
                row.getInteger("school_year"),
                side(row, hasPeer ? "peer_" : null, "ours"),
                side(row, "", "theirs"),
                FoundRows.fields(row.getString("fields")),
                row.getString("cause"),
                times(row),
                List.of());
    }

    /// @param record what the names of its columns begin with; null: the side has none
    private static BreakSide side(Row row, @Nullable String record, String side) {
        Long hours = row.getLong("hours_" + side);
        Long credits = row.getLong("credits_" + side);
        return new BreakSide(
                record == null ? null : row.getString(record + "feed"),
                record == null ? null : row.getString(record.isEmpty() ? "record_id" : "peer_id"),
                hours == null ? null : new Hours(hours),
                credits == null ? null : new Credits(credits),
                row.getString(side));
    }

    private static BreakTimes times(Row row) {
        return new BreakTimes(
                RowReading.instant(row, "first_seen_at"),
                RowReading.instant(row, "seen_at"),
                row.getInteger("seen_by"),
                RowReading.instant(row, "opened_at"),
                RowReading.instantOrNull(row, "closed_at"),
                row.getString("closed_by"));
    }

    static BreakEvent event(Row row) {
        Integer from = row.getInteger("from_state");
        Integer owner = row.getInteger("owner");
        return new BreakEvent(
                RowReading.instant(row, "at"),
                row.getString("by"),
                row.getString("kind"),
                BreakCode.of(row.getInteger("code")),
                BreakState.of(row.getInteger("state")),
                row.getInteger("run_id"),
                row.getString("note"),
                from == null ? null : BreakState.of(from),
                owner == null ? null : BreakOwner.of(owner),
                row.getString("assignee"));
    }

    static BreakAging aging(Row row) {
        return new BreakAging(
                BreakCode.of(row.getInteger("code")),
                BreakOwner.of(row.getInteger("owner")),
                Objects.requireNonNull(BreakAge.written(row.getString("age"))),
                row.getLong("breaks"));
    }
}
