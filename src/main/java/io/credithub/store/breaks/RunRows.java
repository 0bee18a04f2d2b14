package io.credithub.store.breaks;

import io.credithub.domain.Credits;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.breaks.BreakRun;
import io.credithub.flow.breaks.BreakRun.BreakSum;
import io.credithub.flow.breaks.BreakRun.RunBasis;
import io.credithub.flow.breaks.BreakRun.RunCounts;
import io.credithub.flow.breaks.BreakRun.RunState;
import io.credithub.store.sql.RowReading;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs as rows.
final class RunRows {
    private RunRows() {}

    static BreakRun run(Row row, List<BreakSum> summary) {
        return new BreakRun(
                row.getInteger("id"),
                row.getString("division"),
                row.getInteger("school_year"),
                row.getString("asked_by"),
                RowReading.instant(row, "asked_at"),
                RowReading.instantOrNull(row, "started_at"),
                RowReading.instantOrNull(row, "finished_at"),
                RunState.valueOf(row.getString("state")),
                row.getInteger("steps"),
                row.getInteger("steps_done"),
                counts(row),
                basis(row),
                summary);
    }

    private static RunCounts counts(Row row) {
        return new RunCounts(
                row.getLong("compared"),
                row.getLong("found"),
                row.getLong("opened"),
                row.getLong("reopened"),
                row.getLong("changed"),
                row.getLong("corrected"),
                new Credits(row.getLong("in_question")));
    }

    private static @Nullable RunBasis basis(Row row) {
        Integer rulebook = row.getInteger("rulebook");
        if (rulebook == null) return null;
        return new RunBasis(rulebook, row.getLong("matching"), row.getLong("ledger_seq"));
    }

    static BreakSum sum(Row row) {
        return new BreakSum(
                row.getString("division"),
                BreakCode.of(row.getInteger("code")),
                BreakOwner.of(row.getInteger("owner")),
                BreakState.of(row.getInteger("state")),
                row.getLong("breaks"),
                new Credits(row.getLong("in_question")));
    }
}
