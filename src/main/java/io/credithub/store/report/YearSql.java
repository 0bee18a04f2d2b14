package io.credithub.store.report;

import io.credithub.store.completion.CreditsInQuestion;
import io.credithub.store.completion.FamilyRows;
import io.credithub.store.delivery.ShareRows;
import io.credithub.store.sql.PrefixRange;

/// Questions about a division's school year. `$1` is what the codes of its divisions begin with,
/// `$2` the school year.
final class YearSql {
    /// Teachers by state and, if `$3`, by the school to which they belong; their records of the
    /// year are found by the index of those that matching has placed, teacher by teacher: as known
    /// on a past moment a plan would rather sort everybody's.
    static final String ROSTER =
            """
            with people as materialized (
                select id, status, school_code, school_name, home_school_code from teacher
                where %s and merged_into is null),
            counted as (
                select k.teacher_id, %s
                from people t
                cross join lateral (
                    select * from completion where teacher_id = t.id and %s offset 0) k
                where k.school_year = $2 group by k.teacher_id)
            select t.status, s.school, max(t.school_name) filter (where t.school_code = s.school)
                    as name,
                count(*) as teachers, count(c.teacher_id) as with_records,
                coalesce(sum(c.posted), 0)::int8 as posted,
                coalesce(sum(c.aside), 0)::int8 as aside, coalesce(sum(c.held), 0)::int8 as held,
                coalesce(sum(c.refused), 0)::int8 as refused,
                coalesce(sum(c.posted_hours), 0)::int8 as posted_hours,
                coalesce(sum(c.aside_hours), 0)::int8 as aside_hours,
                coalesce(sum(c.held_hours), 0)::int8 as held_hours,
                coalesce(sum(c.refused_hours), 0)::int8 as refused_hours,
                coalesce(sum(c.posted_credits), 0)::int8 as posted_credits,
                coalesce(sum(c.persons), 0)::int8 as persons
            from people t
            cross join lateral (
                select case when $3 then coalesce(t.home_school_code, t.school_code, '') else '' end
                    as school) s
            left join counted c on c.teacher_id = t.id
            group by 1, 2 order by 1, 2\
            """
                    .formatted(
                            PrefixRange.of("answering_division", "$1"),
                            ShareRows.SUMS,
                            FamilyRows.PLACED);

    static final String WITHDRAWN =
            """
            select f.code as key, w.withdrawn
            from (%s) w join feed f on f.id = w.feed_id order by 1\
            """
                    .formatted(WithdrawnSql.BY_FEED);

    /// Behind every digit is `:`.
    private static final String BREAKS =
            """
            recon_break b
            where b.division >= $1 and b.division < $1 || ':' and b.school_year = $2\
            """;

    static final String BREAKS_BY_KIND =
            """
            select b.code, b.owner, b.state, count(*) as breaks,
                coalesce(sum(%s) filter (where b.state = 1), 0)::int8 as in_question
            from %s group by 1, 2, 3 order by 1, 2, 3\
            """
                    .formatted(CreditsInQuestion.OF_BREAK, BREAKS);

    static final String OPEN_BREAKS =
            """
            select b.division, count(*) as breaks, sum(%s)::int8 as in_question
            from %s and b.state = 1 group by 1 order by 1\
            """
                    .formatted(CreditsInQuestion.OF_BREAK, BREAKS);

    private YearSql() {}
}
