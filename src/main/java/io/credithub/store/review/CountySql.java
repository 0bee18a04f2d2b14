package io.credithub.store.review;

/// Questions about a county's school year. `$1` is the county, `$2` the school year.
final class CountySql {
    /// Cells of the year, who is on the roster, and what lists say: `$3` is the cycle, `$4` the
    /// place of the year in it. What lists do not have yet is counted beside.
    static final String TOTALS =
            """
            select h.last_seq, t.teachers, c.*, v.*, b.open_breaks, p.pending
            from ledger_head h
            cross join (select count(*) as teachers from teacher
                where answering_division = $1 and merged_into is null) t
            cross join (
                select coalesce(sum(posted), 0)::int8 as posted,
                    coalesce(sum(aside), 0)::int8 as aside, coalesce(sum(held), 0)::int8 as held,
                    coalesce(sum(refused), 0)::int8 as refused,
                    coalesce(sum(posted_hours), 0)::int8 as posted_hours,
                    coalesce(sum(posted_credits), 0)::int8 as posted_credits,
                    coalesce(sum(persons) filter (where feed_id = 0), 0)::int8 as persons
                from reconciliation_cell where division_code = $1 and school_year = $2) c
            cross join (
                select coalesce(sum(year_recognised[$4::int4]), 0)::int8 as recognised,
                    count(*) filter (where year_verdict[$4::int4] = 1) as qualified,
                    count(*) filter (where year_verdict[$4::int4] = 4) as short
                from teacher_verdict where division = $1 and cycle = $3) v
            cross join (select count(*) as open_breaks from recon_break
                where division = $1 and school_year = $2 and state = 1) b
            cross join (
                select (select count(*) from ledger_entry e join teacher t on t.id = e.teacher_id
                        where e.seq > r.seq and t.answering_division = $1)
                    + (select count(*) from verdict_touched n join teacher t
                        on t.id = any(n.teachers) and t.answering_division = $1)
                    + (select count(*) from teacher t
                        where t.id > r.round_after and t.answering_division = $1) as pending
                from verdict_progress r) p\
            """;

    /// What the figures rest on.
    static final String VERSIONS =
            """
            select h.last_seq, h.last_block, h.last_hash, h.roster_version, h.matching, h.rulebook,
                (select coalesce(max(version), 0) from programme_decision) as register,
                m.code as matching_code, m.digest as matching_digest
            from ledger_head h cross join lateral (
                select code, digest from matching_decision
                order by number <= h.matching desc, abs(number - h.matching) limit 1) m\
            """;

    static final String POLICIES =
            """
            select p.code as name, p.digest
            from ledger_head h join rulebook r on r.id = h.rulebook
            join policy p on p.id = r.main_id or p.id in (
                select policy_id from rulebook_policy where rulebook_id = r.id)
            order by p.code collate "C", p.digest\
            """;

    /// Of feeds with records of the year that matching has placed.
    static final String MAPPINGS =
            """
            select distinct f.code as name, coalesce(d.judged_digest, d.mapping_digest) as digest
            from completion c
            join teacher t on t.id = c.teacher_id and t.answering_division = $1
            join delivery d on d.id = c.delivery_id
            join feed f on f.id = c.feed_id
            where c.school_year = $2 and c.state in (1, 2, 6, 7)
            order by 1, 2\
            """;

    private static final String LINES =
            """
            from ledger_entry e join teacher t on t.id = e.teacher_id
            where e.seq > $3 and e.school_year = $2 and t.answering_division = $1\
            """;

    /// Lines behind `$3`.
    static final String MOVED =
            "select count(*) as lines, coalesce(sum(e.credits), 0)::int8 as credits " + LINES;

    /// The same by teacher, behind `$4`.
    static final String MOVED_TEACHERS =
            """
            select t.id, t.teacher_no, t.name, count(*) as lines,
                coalesce(sum(e.credits), 0)::int8 as credits \
            """
                    + LINES
                    + " and t.id > $4 group by t.id order by t.id limit $5";

    private CountySql() {}
}
