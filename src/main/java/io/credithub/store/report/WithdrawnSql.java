package io.credithub.store.report;

/// Records that their sources took back, by the last of their contents that was somebody's.
final class WithdrawnSql {
    /// Of each feed that took any back: those of the divisions that begin with `$1`, in the school
    /// year `$2`.
    static final String BY_FEED =
            """
            select n.feed_id, count(*) as withdrawn
            from completion n
            cross join lateral (
                select p.teacher_id, p.school_year from completion p
                where p.record_key = n.record_key and p.version_no <> n.version_no
                    and p.teacher_id is not null and p.state <> 4
                order by p.version_rank desc, p.version_value desc, p.content limit 1) p
            join teacher t on t.id = p.teacher_id and starts_with(t.answering_division, $1)
            where n.state = 4 and p.school_year = $2 group by 1\
            """;

    private WithdrawnSql() {}
}
