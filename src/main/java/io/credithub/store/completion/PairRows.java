package io.credithub.store.completion;

import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.PairDecisions.Pair;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.HashMap;
import java.util.Map;

/// What registrars decided about pairs of records.
public final class PairRows {
    /// The last word on each pair whose first record is one of these. `offset 0`: looked up one by
    /// one, since the table may be small or large.
    public static final String SELECT =
            """
            select d.first, d.second, d.verdict from unnest($1::uuid[]) as k (key)
            cross join lateral (
                select distinct on (second) first, second, verdict from pair_decision
                where first = k.key order by second, id desc offset 0) d\
            """;

    public static final int NEITHER = 0;
    private static final int SAME = 1;
    private static final int DIFFERENT = 2;

    private PairRows() {}

    public static PairDecisions decisions(RowSet<Row> rows) {
        if (rows.size() == 0) return PairDecisions.NONE;
        Map<Pair, PairVerdict> decided = new HashMap<>();
        for (Row row : rows) {
            Pair pair = Pair.of(row.getUUID("first"), row.getUUID("second"));
            switch (row.getInteger("verdict")) {
                case SAME -> decided.put(pair, PairVerdict.SAME);
                case DIFFERENT -> decided.put(pair, PairVerdict.DIFFERENT);
                default -> {}
            }
        }
        return new PairDecisions(decided);
    }

    /// As it is stored.
    public static int code(PairVerdict verdict) {
        return switch (verdict) {
            case SAME -> SAME;
            case DIFFERENT -> DIFFERENT;
        };
    }
}
