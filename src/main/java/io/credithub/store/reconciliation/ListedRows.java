package io.credithub.store.reconciliation;

import io.credithub.flow.reconciliation.ListedFigures;
import io.credithub.flow.reconciliation.ListedFigures.ListedRecount;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jspecify.annotations.Nullable;

/// Counts the rows of lists for the proof, in the snapshot of its connection.
final class ListedRows {
    private static final String KEPT =
            """
            select (select count(*) from teacher where merged_into is null and erased_at is null)
                    as teachers,
                (select count(distinct cycle) from teacher_verdict) as cycles,
                (select count(*) from teacher_verdict) as rows,
                (select count(*) from teacher_verdict v where not exists (
                    select from teacher t where t.id = v.teacher_id and t.merged_into is null
                        and t.erased_at is null)) as strangers,
                (select count(*) from (
                        select cycle, division, state, verdict, count(*) as teachers
                        from teacher_verdict group by 1, 2, 3, 4) r
                    full join (select * from verdict_count where period = 0 and teachers > 0) c
                        using (cycle, division, state, verdict)
                    where r.teachers is distinct from c.teachers) as differing,
                (select greatest(0, h.last_seq - p.seq) + (select count(*) from verdict_touched)
                        + case when p.round_after is null then 0 else 1 end
                    from verdict_progress p cross join ledger_head h) as pending\
            """;

    private static final String RECOUNT =
            """
            select (select count(*) from (
                        select v.cycle, v.cycle + y.no - 1 as period, v.division, v.state,
                            y.verdict, count(*) as teachers
                        from teacher_verdict v
                        cross join lateral unnest(v.year_verdict) with ordinality
                            as y (verdict, no)
                        group by 1, 2, 3, 4, 5) r
                    full join (select * from verdict_count where period > 0 and teachers > 0) c
                        using (cycle, period, division, state, verdict)
                    where r.teachers is distinct from c.teachers) as differing,
                (select count(*) from teacher_verdict v join teacher t on t.id = v.teacher_id
                    where (v.division, v.school, v.state) is distinct from (t.answering_division,
                        coalesce(t.home_school_code, t.school_code, ''), t.status)) as misplaced\
            """;

    private ListedRows() {}

    static Uni<ListedFigures> read(SqlConnection connection, boolean recount) {
        Uni<Row> kept = one(connection, KEPT);
        if (!recount) return kept.map(row -> figures(row, null));
        return kept.chain(row -> one(connection, RECOUNT).map(anew -> figures(row, anew)));
    }

    private static ListedFigures figures(Row row, @Nullable Row recount) {
        return new ListedFigures(
                row.getLong("teachers"),
                row.getLong("cycles"),
                row.getLong("rows"),
                row.getLong("strangers"),
                row.getLong("differing"),
                row.getLong("pending"),
                recount == null
                        ? null
                        : new ListedRecount(
                                recount.getLong("differing"), recount.getLong("misplaced")));
    }

    private static Uni<Row> one(SqlConnection connection, String sql) {
        return connection.query(sql).execute().map(rows -> rows.iterator().next());
    }
}
