package io.credithub.store.recompute;

import io.credithub.store.rules.CycleChanges;
import io.credithub.store.sql.ArrayColumns;

/// Statements about recomputations.
final class RecomputationSql {
    static final String STRETCHES =
            """
            select min(id), max(id) from (
                select id, (row_number() over (order by id) - 1) / $1 as stretch from teacher) t
            group by stretch order by 1\
            """;

    private static final ArrayColumns CHANGE_COLUMNS =
            ArrayColumns.of(
                    "teacher_id int4",
                    "cycle int2",
                    "awards int4",
                    "earned_before int8",
                    "earned_after int8",
                    "recognised_before int8",
                    "recognised_after int8",
                    "verdict_before text",
                    "verdict_after text");
    static final String NOTE =
            """
            insert into recomputation_change (%s, recomputation_id, division_code)
            select n.*, $10::int4, t.answering_division
            from (select %s) n join teacher t on t.id = n.teacher_id
            on conflict do nothing\
            """
                    .formatted(CHANGE_COLUMNS.names(), CHANGE_COLUMNS.rows());

    private static final ArrayColumns UNJUDGED_COLUMNS =
            ArrayColumns.of(
                    "teacher_id int4",
                    "policy_id int4",
                    "level int2",
                    "form int2",
                    "category text",
                    "records int4");
    static final String NOTE_UNJUDGED =
            """
            insert into recomputation_unjudged (%s, recomputation_id)
            select %s, $7::int4 on conflict do nothing\
            """
                    .formatted(UNJUDGED_COLUMNS.names(), UNJUDGED_COLUMNS.rows());
    static final String ADVANCE =
            """
            update recomputation set done = least(teachers, done + $2), version = version + 1
            where id = $1\
            """;

    private static final String ALL =
            """
            select r.*, array(select p.policy_id from recomputation_policy p
                where p.recomputation_id = r.id) as versions,
                coalesce(b.decided_at, d.decided_at, m.decided_at) as decided_at,
                coalesce(b.decided_by, d.decided_by, m.decided_by) as decided_by,
                coalesce(b.reason, d.reason, m.reason) as reason,
                case when $2 = '' then r.teachers else n.teachers end as teachers_there,
                case when $2 = '' then r.done else
                    (n.teachers::int8 * r.done / greatest(r.teachers, 1))::int4
                    end as done_there
            from recomputation r left join rulebook b on b.id = r.rulebook_id
            left join programme_decision d on d.version = r.matching and r.kind = 'REGISTER'
            left join matching_decision m on m.number = r.matching and r.kind = 'MATCHING'
            cross join (select count(*)::int4 as teachers from teacher t
                where starts_with(t.answering_division, $2)) n\
            """;
    static final String ONE = ALL + " where r.id = $1";
    static final String NEWEST = ALL + " order by r.id desc limit $1";

    static final String UNJUDGED =
            """
            select policy_id, level, form, category, sum(records) as records
            from recomputation_unjudged u join teacher t on t.id = u.teacher_id
            where recomputation_id = $1 and starts_with(t.answering_division, $2)
            group by 1, 2, 3, 4 order by records desc, 1, 2, 3, 4\
            """;
    static final String CHANGES =
            CycleChanges.EACH
                    + """
                     and (c.teacher_id, c.cycle) > ($3, $4)
                    order by c.teacher_id, c.cycle limit $5\
                    """;

    private static final ArrayColumns MOVE_COLUMNS =
            ArrayColumns.of(
                    "record_key uuid",
                    "version_no int4",
                    "teacher_id int4",
                    "state_before int2",
                    "hold_before int2",
                    "peer_before uuid",
                    "rule_before int2",
                    "state_after int2",
                    "hold_after int2",
                    "peer_after uuid",
                    "rule_after int2");
    static final String NOTE_MOVES =
            """
            insert into recomputation_record (%s, recomputation_id)
            select %s, $12::int4 on conflict do nothing\
            """
                    .formatted(MOVE_COLUMNS.names(), MOVE_COLUMNS.rows());

    private static final String HELD_BY =
            "case when m.state_after = 6 then m.hold_after else m.hold_before end";
    static final String MOVES =
            """
            select m.state_before, m.state_after, %s as hold, count(*) as records
            from recomputation_record m join teacher t on t.id = m.teacher_id
            where m.recomputation_id = $1 and starts_with(t.answering_division, $2)
            group by 1, 2, 3 order by 1, 2, 3\
            """
                    .formatted(HELD_BY);
    static final String MOVED =
            """
            select m.*, f.code as feed, c.record_id, t.teacher_no,
                t.answering_division as division_code
            from recomputation_record m join teacher t on t.id = m.teacher_id
            join completion c using (record_key, version_no) join feed f on f.id = c.feed_id
            where m.recomputation_id = $1 and starts_with(t.answering_division, $2)
                and (m.record_key, m.version_no) > ($3, $4)
            order by m.record_key, m.version_no limit $5\
            """;

    private RecomputationSql() {}
}
