package io.credithub.store.hold;

import io.credithub.domain.Credits;
import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.hold.Hold;
import io.credithub.flow.hold.Hold.HeldSide;
import io.credithub.flow.hold.Hold.PastDecision;
import io.credithub.flow.hold.HoldState;
import io.credithub.flow.hold.Holds.HoldCount;
import io.credithub.store.completion.CompletionReader;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.sql.RowReading;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads holds from rows of [HeldRecordSql].
record HoldRows(FeedNumbers feeds) {
    /// A hold of which the other side is still to be read.
    record HalfHold(Row row, HeldSide record) {
        long delivery() {
            return record.version().copy().origin().delivery();
        }

        long decision() {
            Long id = row.getLong("decision_id");
            return id == null ? 0 : id;
        }

        @Nullable UUID peer() {
            UUID now = record.version().matchedWas().peer();
            return now != null || isOpen() ? now : row.getUUID("decided_peer");
        }

        private boolean isOpen() {
            return record.version().was() == VersionState.HELD;
        }

        /// @return null: it is not held, and nobody has decided about it as it is now
        @Nullable Hold with(Map<UUID, HeldSide> sides) {
            PastDecision last = HoldRows.decision(row);
            boolean isOfThis =
                    last != null
                            && (last.decision().isOfPair()
                                    || last.version() == record.version().number());
            if (!isOpen() && !isOfThis) return null;
            HoldReason reason = record.version().matchedWas().hold();
            MatchRule rule = record.version().matchedWas().rule();
            HeldSide peer = peer() == null ? null : sides.get(peer());
            boolean isTheirs =
                    peer != null && peer.version().teacher() == record.version().teacher();
            return new Hold(
                    isOpen() || last == null ? HoldState.OPEN : HoldState.of(last.decision()),
                    isOpen() || last == null ? Objects.requireNonNull(reason) : last.reason(),
                    isOpen() || last == null ? rule : last.rule(),
                    row.getString("teacher_no"),
                    row.getString("answering_division"),
                    record,
                    isTheirs ? peer : null,
                    last);
        }
    }

    List<HalfHold> halves(RowSet<Row> rows) {
        List<HalfHold> halves = new ArrayList<>(rows.size());
        List<HeldSide> sides = sides(rows);
        int at = 0;
        for (Row row : rows) halves.add(new HalfHold(row, sides.get(at++)));
        return halves;
    }

    List<HeldSide> sides(RowSet<Row> rows) {
        List<HeldSide> sides = new ArrayList<>(rows.size());
        if (rows.size() == 0) return sides;
        CompletionReader reader = new CompletionReader(rows.iterator().next());
        for (Row row : rows) {
            RecordVersion version = reader.version(row, feeds);
            sides.add(new HeldSide(version, row.getString("programme_name")));
        }
        return sides;
    }

    Map<UUID, HeldSide> byKey(RowSet<Row> rows) {
        Map<UUID, HeldSide> byKey = new HashMap<>();
        for (HeldSide side : sides(rows)) byKey.put(side.version().copy().key(), side);
        return byKey;
    }

    /// @return null if there is none
    static @Nullable PastDecision decision(Row row) {
        Integer decision = row.getInteger("decision");
        if (decision == null) return null;
        int rule = row.getInteger("decided_rule");
        return new PastDecision(
                HoldDecision.of(decision),
                row.getInteger("decided_version"),
                HoldReason.of(row.getInteger("decided_hold")),
                row.getUUID("decided_peer"),
                rule == 0 ? null : MatchRule.of(rule),
                row.getString("decided_why"),
                RowReading.instant(row, "decided_at"),
                row.getString("decided_by"));
    }

    static HoldCount count(Row row) {
        return new HoldCount(
                HoldReason.of(row.getInteger("hold")),
                row.getString("code"),
                row.getString("answering_division"),
                row.getLong("records"),
                new Hours(row.getLong("hours")),
                new Credits(row.getLong("credits")));
    }
}
