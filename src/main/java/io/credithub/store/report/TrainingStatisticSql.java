package io.credithub.store.report;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.TrainingRole;

/// The question of the statistical return: `$1` what divisions begin with, `$2` the school year.
final class TrainingStatisticSql {
    /// Rules name what a degree earns as they like; it begins so.
    private static final String KIND =
            """
            case when k.form <> %d then case when k.role = %d then 'TRAINING' else 'ROLE' end
                when k.detail::jsonb ->> 'category' like 'DEGREE%%' then 'DEGREE'
                else 'RESULT' end\
            """
                    .formatted(Form.SELF_DIRECTED.code(), TrainingRole.PARTICIPANT.code());

    /// Of each teacher what is in force, summed before persons are counted.
    private static final String PERSONS =
            """
            select k.teacher_id, k.level, k.form, %s as kind,
                case when k.form = %d then k.detail::jsonb ->> 'category' end as category,
                count(*) as times, sum(k.hours) as hours, sum(k.credits) as credits
            from completion k join teacher t on t.id = k.teacher_id
            where starts_with(t.answering_division, $1::text) and k.state = 1
                and k.school_year = $2::int2
            group by 1, 2, 3, 4, 5\
            """
                    .formatted(KIND, Form.SELF_DIRECTED.code());

    private static final String AMOUNTS =
            """
            count(distinct teacher_id) as persons, coalesce(sum(times), 0)::int8 as times,
                coalesce(sum(hours), 0)::int8 as hours,
                coalesce(sum(credits), 0)::int8 as credits\
            """;

    /// A teacher belongs to the home school. Who was found to be somebody else is nobody any more.
    private static final String SCHOOLS =
            """
            select 'SCHOOL' as dimension, null::text as key,
                t.answering_division as division, h.school,
                max(t.school_name) filter (where t.school_code = h.school) as name,
                count(*) as teachers, count(s.teacher_id) as persons,
                coalesce(sum(s.times), 0)::int8 as times, coalesce(sum(s.hours), 0)::int8 as hours,
                coalesce(sum(s.credits), 0)::int8 as credits
            from teacher t
            cross join lateral (select coalesce(t.home_school_code, t.school_code) as school) h
            left join (
                select teacher_id, sum(times) as times, sum(hours) as hours,
                    sum(credits) as credits from persons group by 1) s on s.teacher_id = t.id
            where starts_with(t.answering_division, $1)
                and (t.merged_into is null or s.teacher_id is not null)
            group by t.answering_division, h.school\
            """;

    static final String ALL =
            "with persons as materialized ("
                    + PERSONS
                    + ") select * from ("
                    + group("ALL", "null::text", "true")
                    + group("LEVEL", "level::text", "true")
                    + group("FORM", "form::text", "true")
                    + group("KIND", "kind", "true")
                    + group("CATEGORY", "category", "category is not null")
                    + SCHOOLS
                    + ") r order by dimension, division collate \"C\", school collate \"C\","
                    + " key collate \"C\"";

    private TrainingStatisticSql() {}

    private static String group(String by, String key, String condition) {
        return """
        select '%1$s' as dimension, %2$s as key, null::text as division, null::text as school,
            null::text as name, null::int8 as teachers, %3$s
        from persons where %4$s group by 2
        union all
        """
                .formatted(by, key, AMOUNTS, condition);
    }
}
