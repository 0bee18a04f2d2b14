package io.credithub.store.report;

/// What the figures of every report rest on.
final class BasisSql {
    /// With the last run that looked at one of the divisions `$1` and the school year `$2`, or at
    /// all of them, and was over by `$3`.
    static final String BASIS =
            """
            select h.last_seq, h.last_block, h.last_hash, h.roster_version, h.matching, h.rulebook,
                r.id as run_id, r.finished_at, r.ledger_seq
            from ledger_head h
            left join lateral (
                select id, finished_at, ledger_seq from reconciliation_run
                where state = 'DONE' and division = any($1::text[])
                    and (school_year is null or school_year = $2::int2)
                    and finished_at <= $3::timestamptz
                order by id desc limit 1) r on true\
            """;

    private BasisSql() {}
}
