package io.credithub.store.rules;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.Standing.Verdict;
import io.credithub.flow.recompute.Recomputation.County;
import io.credithub.flow.recompute.Recomputation.CycleAmounts;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.vertx.mutiny.sqlclient.Row;

/// Cycles that come out otherwise by a recomputation, one by one and by county. In the SQL `$1` is
/// the recomputation's number, `$2` what the codes of the teachers' divisions begin with now.
public final class CycleChanges {
    /// For questions of another kind: `c` is the change, `t` its teacher.
    public static final String FROM =
            """
            from recomputation_change c join teacher t on t.id = c.teacher_id
            where c.recomputation_id = $1::int4 and starts_with(t.answering_division, $2::text)\
            """;

    /// Rows of [#county], in the order of divisions.
    public static final String COUNTIES =
            """
            select t.answering_division as division_code, count(*) as teachers,
                sum(c.awards)::int8 as awards,
                count(*) filter (where c.recognised_after > c.recognised_before) as gaining,
                count(*) filter (where c.recognised_after < c.recognised_before) as losing,
                sum(c.earned_before)::int8 as earned_before,
                sum(c.earned_after)::int8 as earned_after,
                sum(c.recognised_before)::int8 as recognised_before,
                sum(c.recognised_after)::int8 as recognised_after,
                count(*) filter (where c.verdict_before <> 'QUALIFIED'
                    and c.verdict_after = 'QUALIFIED') as newly_qualified,
                count(*) filter (where c.verdict_before = 'QUALIFIED'
                    and c.verdict_after <> 'QUALIFIED') as no_longer_qualified
            %s group by 1 order by 1\
            """
                    .formatted(FROM);

    /// Rows of [#change], in no order; more conditions may follow.
    public static final String EACH =
            """
            select c.teacher_id, t.teacher_no, c.cycle, t.answering_division as division_code,
                c.awards, c.earned_before, c.earned_after, c.recognised_before,
                c.recognised_after, c.verdict_before, c.verdict_after
            %s\
            """
                    .formatted(FROM);

    private CycleChanges() {}

    public static County county(Row row) {
        return new County(
                row.getString("division_code"),
                row.getLong("teachers"),
                row.getLong("awards"),
                row.getLong("gaining"),
                row.getLong("losing"),
                credits(row, "earned_before"),
                credits(row, "earned_after"),
                credits(row, "recognised_before"),
                credits(row, "recognised_after"),
                row.getLong("newly_qualified"),
                row.getLong("no_longer_qualified"));
    }

    public static TeacherChange change(Row row) {
        return new TeacherChange(
                row.getInteger("teacher_id"),
                row.getString("teacher_no"),
                row.getInteger("cycle"),
                row.getString("division_code"),
                row.getInteger("awards"),
                amounts(row, "before"),
                amounts(row, "after"));
    }

    private static CycleAmounts amounts(Row row, String when) {
        return new CycleAmounts(
                credits(row, "earned_" + when),
                credits(row, "recognised_" + when),
                Verdict.valueOf(row.getString("verdict_" + when)));
    }

    private static Credits credits(Row row, String column) {
        return new Credits(row.getLong(column));
    }
}
