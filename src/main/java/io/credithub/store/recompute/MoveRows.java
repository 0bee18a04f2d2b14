package io.credithub.store.recompute;

import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.recompute.BatchResult.RecordMove;
import io.credithub.flow.recompute.Recomputation.MovedRecord;
import io.credithub.flow.recompute.Recomputation.MovedRecords;
import io.credithub.flow.recompute.Recomputation.RecordPlace;
import io.credithub.store.sql.ArrayParameters;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records that matching puts elsewhere, as rows, both ways.
final class MoveRows {
    private MoveRows() {}

    static Tuple parameters(List<RecordMove> moves, int id) {
        return new ArrayParameters<>(moves)
                .uuids(RecordMove::key)
                .ints(RecordMove::number)
                .ints(RecordMove::teacher)
                .shorts(move -> move.before().state().code())
                .shorts(move -> hold(move.before()))
                .uuids(move -> move.before().peer())
                .shorts(move -> rule(move.before()))
                .shorts(move -> move.after().state().code())
                .shorts(move -> hold(move.after()))
                .uuids(move -> move.after().peer())
                .shorts(move -> rule(move.after()))
                .plain(id)
                .tuple();
    }

    private static int hold(RecordPlace place) {
        return place.hold() == null ? 0 : place.hold().code();
    }

    private static int rule(RecordPlace place) {
        return place.rule() == null ? 0 : place.rule().code();
    }

    static MovedRecords counted(Row row) {
        return new MovedRecords(
                VersionState.of(row.getInteger("state_before")),
                VersionState.of(row.getInteger("state_after")),
                hold(row, "hold"),
                row.getLong("records"));
    }

    static MovedRecord moved(Row row) {
        return new MovedRecord(
                row.getUUID("record_key"),
                row.getInteger("version_no"),
                row.getString("feed"),
                row.getString("record_id"),
                row.getString("teacher_no"),
                row.getString("division_code"),
                place(row, "before"),
                place(row, "after"));
    }

    private static RecordPlace place(Row row, String when) {
        int rule = row.getInteger("rule_" + when);
        return new RecordPlace(
                VersionState.of(row.getInteger("state_" + when)),
                hold(row, "hold_" + when),
                row.getUUID("peer_" + when),
                rule == 0 ? null : MatchRule.of(rule));
    }

    private static @Nullable HoldReason hold(Row row, String column) {
        int hold = row.getInteger(column);
        return hold == 0 ? null : HoldReason.of(hold);
    }
}
