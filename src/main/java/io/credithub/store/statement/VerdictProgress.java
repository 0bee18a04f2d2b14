package io.credithub.store.statement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How far the rows have come.
///
/// @param seq up to which line of the ledger
/// @param round what the last look at everybody was made by
/// @param after the teacher up to whom it has come; null: it is through
/// @param isBegun whether it began just now
/// @param swept the day up to which days of the roster were looked at; null: none yet
record VerdictProgress(
        long seq,
        String round,
        @Nullable Integer after,
        boolean isBegun,
        @Nullable LocalDate swept) {
    /// Without waiting for whoever is at it.
    static final String MINE =
            """
            select p.seq, p.round, p.round_after, p.swept, h.rulebook
            from verdict_progress p cross join ledger_head h for update of p skip locked\
            """;

    private static final String KEEP =
            """
            update verdict_progress set seq = $1, round = $2, round_after = $3, swept = $4,
                round_at = case when $5 then now() else round_at end
            where (seq, round, round_after, swept) is distinct from ($1, $2, $3, $4)\
            """;

    static VerdictProgress of(Row row) {
        return new VerdictProgress(
                row.getLong("seq"),
                row.getString("round"),
                row.getInteger("round_after"),
                false,
                row.getLocalDate("swept"));
    }

    /// Everybody is looked at when what all depends on is another.
    VerdictProgress under(String current) {
        return round.equals(current) ? this : new VerdictProgress(seq, current, 0, true, swept);
    }

    VerdictProgress sweptOn(LocalDate day) {
        return new VerdictProgress(seq, round, after, isBegun, day);
    }

    VerdictProgress upTo(long line) {
        return new VerdictProgress(line, round, after, isBegun, swept);
    }

    VerdictProgress after(int teacher) {
        return new VerdictProgress(seq, round, teacher, isBegun, swept);
    }

    VerdictProgress through() {
        return new VerdictProgress(seq, round, null, isBegun, swept);
    }

    Uni<Void> save(SqlConnection connection) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.from(Arrays.asList(seq, round, after, swept, isBegun)))
                .replaceWithVoid();
    }
}
