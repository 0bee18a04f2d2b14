package io.credithub.store.breaks;

/// Statements about runs. A view sees the runs that looked at something of it, and of their figures
/// what lies in it: see [#SUMS].
final class RunSql {
    static final String ASK =
            """
            insert into reconciliation_run (division, school_year, asked_by)
            values ($1, $2, $3)
            on conflict (division, coalesce(school_year, 0)) where finished_at is null
            do update set version = reconciliation_run.version returning id\
            """;

    /// One that a crash interrupted is still said to run: whoever has the turn knows that it does
    /// not.
    static final String NEXT =
            """
            update reconciliation_run r set state = 'RUNNING', started_at = $1, steps_done = 0,
                rulebook = h.rulebook, matching = h.matching, ledger_seq = h.last_seq,
                version = version + 1
            from ledger_head h where r.id = (
                select id from reconciliation_run where finished_at is null order by id limit 1)
            returning r.id, r.division, r.school_year, r.matching\
            """;

    static final String ADVANCE =
            """
            update reconciliation_run set steps_done = $2, steps = $3, version = version + 1
            where id = $1 and state = 'RUNNING'\
            """;

    static final String END =
            """
            update reconciliation_run set state = $2, finished_at = now(), version = version + 1
            where id = $1 and finished_at is null\
            """;

    /// What the codes of all divisions begin with that a run looked at.
    static final String PREFIX =
            """
            case when r.division = '100000' then ''
                when r.division like '__0000' then left(r.division, 2)
                when r.division like '____00' then left(r.division, 4) else r.division end\
            """;

    /// What was looked at lies in the view, or the view in it.
    private static final String VISIBLE =
            "(starts_with(r.division, $1) or starts_with($1, " + PREFIX + "))";

    static final String ONE =
            "select r.* from reconciliation_run r where " + VISIBLE + " and r.id = $2";

    static final String NEWEST =
            "select r.* from reconciliation_run r where "
                    + VISIBLE
                    + " and r.id < $2 order by r.id desc limit $3";

    static final String SUMS =
            """
            select * from reconciliation_run_sum where run_id = $2 and starts_with(division, $1)
            order by division, code, owner, state\
            """;

    private RunSql() {}
}
