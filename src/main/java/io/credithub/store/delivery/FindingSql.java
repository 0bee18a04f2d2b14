package io.credithub.store.delivery;

import io.credithub.domain.completion.FindingCode;
import io.credithub.store.completion.CopySql;
import io.credithub.store.teacher.SchoolSql;

/// The findings of a delivery: those that were written when its records were read, and those that
/// follow from what the registry holds. The latter are told from what is there and not when
/// something comes, so they are the same whichever of two records came first.
public final class FindingSql {
    /// Contents of the delivery, each looked at once.
    private static final String OURS =
            """
            with ours as materialized (
                select record_key, version_no, version_rank, version_value, state, position,
                    record_id, hours, form, grade, credits, source_credits, themes, detail,
                    feed_id, peer, hold, teacher_id, said_school
                from completion where delivery_id = $1::int8),
            """;

    /// Another content of the record under the same version: of those that have several, few, there
    /// is an index.
    private static final String CONFLICTS =
            """
            select c.position, c.record_id, '%s' as code,
                case c.version_rank when 2 then '/updatedAt' else '/revision' end as field,
                case c.version_rank when 3 then c.version_value::text end as value
            from ours c where c.version_rank > 0 and (exists (
                    select from completion o where o.record_key = c.record_key
                        and o.version_no > 1 and o.version_no <> c.version_no
                        and o.version_rank = c.version_rank
                        and o.version_value = c.version_value)
                or c.version_no > 1 and exists (
                    select from completion o where o.record_key = c.record_key
                        and o.version_no = 1 and o.version_rank = c.version_rank
                        and o.version_value = c.version_value))\
            """
                    .formatted(FindingCode.VERSION_CONFLICT.code());

    /// Of what counts, or is another system's copy: what is superseded has no award any more, and
    /// what is held has none yet.
    private static final String CREDITS =
            """
            select c.position, c.record_id, '%s', '/sourceCredits',
                'source ' || %s || ', ours ' || %s
            from ours c where c.state in (1, 2) and c.source_credits <> c.credits\
            """
                    .formatted(
                            FindingCode.CREDITS_DIFFER.code(),
                            CopySql.hundredths("c.source_credits"),
                            CopySql.hundredths("c.credits"));

    private static final String ASIDE =
            """
            select a.position, a.record_id, '%s', d.field,
                d.aside || ' ≠ ' || d.in_force || ' (' || f.code || ')'
            from ours a join completion w on w.record_key = a.peer and w.state = 1
            join feed f on f.id = w.feed_id cross join lateral (%s) d
            where a.state = 2\
            """
                    .formatted(FindingCode.COPIES_DIFFER.code(), CopySql.FIELDS);

    private static final String IN_FORCE =
            """
            select w.position, w.record_id, '%s', d.field,
                d.in_force || ' ≠ ' || d.aside || ' (' || f.code || ')'
            from ours w join completion a on a.peer = w.record_key and a.state = 2
            join feed f on f.id = a.feed_id cross join lateral (%s) d
            where w.state = 1\
            """
                    .formatted(FindingCode.COPIES_DIFFER.code(), CopySql.FIELDS);

    /// What is held says why, and whose record it is held for.
    private static final String HELD =
            """
            select h.position, h.record_id, %s, '', %s
                || coalesce(' (' || f.code || ')', '')
            from ours h
            left join completion w on w.record_key = h.peer and w.state = 1
            left join feed f on f.id = w.feed_id
            where h.state = 6\
            """
                    .formatted(HoldSql.code("h.hold"), HoldSql.text("h.hold"));

    /// By today's roster, so that it is told of what waited for its teacher, too.
    private static final String ELSEWHERE =
            """
            select e.position, e.record_id, '%s', '/teacher/schoolCode', e.school
            from (select c.position, c.record_id, %s as school
                from ours c join teacher t on t.id = c.teacher_id
                where c.state in (1, 2, 6, 7) and c.said_school <> t.school_digest) e
            where e.school is not null\
            """
                    .formatted(FindingCode.SCHOOL_ELSEWHERE.code(), SchoolSql.ELSEWHERE);

    /// What a registrar has refused says what held it, if anything does today.
    private static final String REFUSED =
            """
            select r.position, r.record_id, '%s', '', %s from ours r where r.state = 7\
            """
                    .formatted(FindingCode.REFUSED.code(), HoldSql.text("r.hold"));

    /// Numbered below 0, so that they stand before what was written of the same record.
    private static final String FOLLOWING =
            """
            following as (
                select position, record_id, code, field, value,
                    row_number() over (order by position, code, field, value) - 1000000000
                        as id
                from (%s union all %s union all %s union all %s union all %s
                    union all %s union all %s) f)
            """
                    .formatted(CONFLICTS, CREDITS, ASIDE, IN_FORCE, HELD, ELSEWHERE, REFUSED);

    /// What follows from the registry alone.
    public static final String DERIVED =
            OURS
                    + FOLLOWING
                    + """
                    select id, position, record_id, code, field, value from following
                    order by position, id\
                    """;

    /// All of a delivery, by position.
    static final String ALL =
            OURS
                    + FOLLOWING
                    + """
                    select id, position, record_id, code, field, value from (
                        select id, position, record_id, code, field, value from following
                        union all
                        select id, position, record_id, code, field, value from finding
                        where delivery_id = $1) f
                    where (position, id) > ($2, $3) order by position, id limit $4\
                    """;

    private FindingSql() {}
}
