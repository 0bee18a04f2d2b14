package io.credithub.store.report;

/// Questions of the export to the national system. `$1` is what divisions begin with, `$2` the
/// school year.
final class NationalExportSql {
    private static final String SUMMED =
            """
            select k.teacher_id, sum(k.hours)::int8 as hours, sum(k.credits)::int8 as credits
            from completion k join teacher t on t.id = k.teacher_id
            where starts_with(t.answering_division, $1::text) and k.state = 1
                and k.school_year = $2::int2
            group by 1\
            """;

    static final String SUMS =
            """
            select s.credits, count(*) as teachers, sum(s.hours)::int8 as hours
            from (%s) s group by 1 order by 1\
            """
                    .formatted(SUMMED);

    /// A teacher belongs to the home school.
    static final String TEACHERS =
            """
            select t.teacher_no, t.name, t.id_masked, t.answering_division as division, h.school,
                case when t.school_code = h.school then t.school_name end as school_name,
                s.hours, s.credits
            from (%s) s join teacher t on t.id = s.teacher_id
            cross join lateral (select coalesce(t.home_school_code, t.school_code) as school) h
            order by t.answering_division, h.school collate "C", t.teacher_no collate "C", t.id\
            """
                    .formatted(SUMMED);

    private NationalExportSql() {}
}
