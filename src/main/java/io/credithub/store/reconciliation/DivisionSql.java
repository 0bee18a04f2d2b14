package io.credithub.store.reconciliation;

/// What a division may know of the reconciliation. `$1` is what the codes of its counties begin
/// with.
public final class DivisionSql {
    static final String FEEDS =
            """
            select f.code as key, sum(posted)::int8 as posted, sum(aside)::int8 as aside,
                sum(posted_hours)::int8 as posted_hours, sum(aside_hours)::int8 as aside_hours,
                sum(posted_credits)::int8 as posted_credits, sum(persons)::int8 as persons
            from reconciliation_cell c join feed f on f.id = c.feed_id
            where starts_with(division_code, $1)
            group by 1 having sum(posted) <> 0 or sum(aside) <> 0 order by 1\
            """;

    /// Each by the partial index of its state.
    private static final String RECORDS =
            """
            from teacher t
            cross join lateral (
                select * from completion where teacher_id = t.id and state = 1
                union all
                select * from completion where teacher_id = t.id and state = 2) k
            """;

    private static final String SUMS =
            """
            count(*) filter (where k.state = 1) as posted,
                count(*) filter (where k.state = 2) as aside,
                coalesce(sum(k.hours) filter (where k.state = 1), 0)::int8 as posted_hours,
                coalesce(sum(k.hours) filter (where k.state = 2), 0)::int8 as aside_hours,
                coalesce(sum(k.credits) filter (where k.state = 1), 0)::int8 as posted_credits,
                count(distinct (k.teacher_id, k.school_year)) filter (where k.state = 1)
                    as persons
            """;

    static final String RECOUNT =
            "select f.code as key, "
                    + SUMS
                    + RECORDS
                    + """
                    join feed f on f.id = k.feed_id where starts_with(t.answering_division, $1)
                    group by 1 order by 1\
                    """;

    static final String AWARDS =
            """
            select coalesce(sum(e.credits), 0)::int8 as credits
            from ledger_entry e join teacher t on t.id = e.teacher_id
            where e.kind in (1, 2) and starts_with(t.answering_division, $1)\
            """;

    public static final String DELIVERIES =
            "select k.delivery_id::int8 as id, f.code as key, d.landed_at, d.finished_at, "
                    + SUMS
                    + RECORDS
                    + """
                    join delivery d on d.id = k.delivery_id join feed f on f.id = d.feed_id
                    where starts_with(t.answering_division, $1) and k.delivery_id < $2
                    group by k.delivery_id, f.code, d.landed_at, d.finished_at
                    order by k.delivery_id desc limit $3\
                    """;

    private DivisionSql() {}
}
