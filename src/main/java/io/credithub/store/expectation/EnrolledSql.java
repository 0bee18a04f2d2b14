package io.credithub.store.expectation;

/// Who is on enrolment lists, and who of them arrived. A place without number and document was
/// somebody's who was erased: it counts no more. `$1` the lists that are asked about; `$2` and `$3`
/// which programmes which lists mean; `$4` what the divisions in sight begin with, with `%`; `$5`
/// days of grace.
final class EnrolledSql {
    /// Joins to `e`, which has `number_hash` and `id_hash`, whoever has or had them: a number goes
    /// before a document.
    static final String WHO =
            """
            left join teacher tn on tn.number_hash = e.number_hash
            left join former_identity fn on fn.kind = 1 and fn.hash = e.number_hash
            left join teacher td on td.id_hash = e.id_hash
            left join former_identity fd on fd.kind = 2 and fd.hash = e.id_hash\
            """;

    /// With [#WHO].
    static final String TEACHER = "coalesce(tn.id, fn.teacher_id, td.id, fd.teacher_id)";

    /// `title`: what lists mean, with their days. `enrolled`: everybody on any of these lists, with
    /// the teacher where there is one whom the list can name. `arrived`: what came for the lists
    /// that are asked about, from any system: looked for in the days of all of them, which ranges
    /// of blocks know. `absent` goes from each person to what they have, which `offset 0` insists
    /// on: a programme may have a hundred thousand records.
    private static final String SETS =
            """
            with title as (
                select m.list_id, m.programme_id, l.prefix, l.starts_on, l.ends_on + $5::int4 as due_on
                from (select unnest($2::int8[]) as list_id, unnest($3::int4[]) as programme_id) m
                join enrolment_list l on l.id = m.list_id),
            enrolled as materialized (
                select e.list_id, e.no, e.hours, e.teacher_no, e.name, e.id_masked,
                    e.number_hash, e.id_hash, t.id as teacher_id, t.answering_division, t.school_code
                from enrolment e
                join enrolment_list l on l.id = e.list_id
                %s
                left join teacher t on t.id = %s and t.answering_division like l.prefix || '%%'
                where (e.number_hash is not null or e.id_hash is not null)
                    and (e.list_id = any($1) or e.list_id in (select list_id from title))),
            arrived as materialized (
                select i.list_id, c.teacher_id, c.programme_id, c.completed_on, c.record_key, c.hours,
                    c.feed_id, c.record_id
                from title i
                join completion c on c.programme_id = i.programme_id and c.state in (1, 2, 6)
                    and c.completed_on between i.starts_on and i.due_on
                    and c.completed_on >= (select min(starts_on) from title
                        where list_id = any($1))
                    and c.completed_on <= (select max(due_on) from title where list_id = any($1))
                join teacher t on t.id = c.teacher_id and t.answering_division like i.prefix || '%%'
                    and t.answering_division like $4
                where i.list_id = any($1)),
            surprise as (
                select distinct on (a.list_id, a.teacher_id)
                    a.list_id, a.teacher_id, a.record_key, a.hours, a.feed_id, a.record_id
                from arrived a
                where not exists (select from enrolled e
                    join title i on i.list_id = e.list_id
                    where e.teacher_id = a.teacher_id and i.programme_id = a.programme_id
                        and a.completed_on between i.starts_on and i.due_on)
                order by a.list_id, a.teacher_id, a.record_key),
            absent as (
                select e.* from enrolled e
                left join lateral (
                    select true as came from (
                        select c.programme_id, c.completed_on from completion c
                        where c.teacher_id = e.teacher_id and c.state in (1, 2, 6) offset 0) c
                    join title i on i.list_id = e.list_id and i.programme_id = c.programme_id
                        and c.completed_on between i.starts_on and i.due_on
                    limit 1) a on true
                where e.list_id = any($1) and a.came is null)
            """
                    .formatted(WHO, TEACHER);

    /// Who is nobody on the roster belongs to nobody: in sight of the whole only.
    private static final String IN_SIGHT =
            "case when e.teacher_id is null then $6::bool else e.answering_division like $4 end";

    static final String COUNTS =
            SETS
                    + """
                    select l.id,
                        (select count(*) from enrolled e where e.list_id = l.id and %1$s) as enrolled,
                        (select count(*) from absent e where e.list_id = l.id and %1$s) as absent,
                        (select count(*) from absent e where e.list_id = l.id
                            and e.teacher_id is null and %1$s) as unknown,
                        (select count(*) from surprise s where s.list_id = l.id) as unexpected
                    from unnest($1::int8[]) as l (id)\
                    """
                            .formatted(IN_SIGHT);

    /// `$7` the place after which, `$8` how many.
    static final String MISSING =
            SETS
                    + """
                    select e.no, e.teacher_no, e.name, e.id_masked, e.answering_division,
                        e.school_code, e.hours
                    from absent e where e.no > $7 and %s order by e.no limit $8\
                    """
                            .formatted(IN_SIGHT);

    static final String GAPS =
            SETS
                    + """
                    select e.list_id, e.teacher_id,
                        coalesce(e.teacher_id::text, e.number_hash::text, e.id_hash::text) as person,
                        e.answering_division, e.school_code, e.hours, null::uuid as record_key,
                        null::text as record_id, null::text as feed
                    from absent e where %s
                    union all
                    select s.list_id, s.teacher_id, s.teacher_id::text, t.answering_division,
                        t.school_code, s.hours, s.record_key, s.record_id, f.code
                    from surprise s join teacher t on t.id = s.teacher_id
                    join feed f on f.id = s.feed_id\
                    """
                            .formatted(IN_SIGHT);

    private EnrolledSql() {}
}
