package io.credithub.store.breaks;

import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.store.teacher.SchoolSql;

/// Records that can differ from something: set aside, held, with another figure than ours, late,
/// without evidence, under another name, of another county's school, of a title that several
/// entries share. `$1` is what divisions begin with, `$2` the school year or null, `$3` the zone,
/// `$4` the levels that ask for evidence, `$5` days until late, `$6` days and `$7` percent within
/// which records are alike, `$8` the titles that are shared.
final class RecordSql {
    /// The day on which a delivery says that it was made, else on which it came; a replay has the
    /// day of what it reads again.
    static final String REPORTED =
            """
            (select (coalesce(o.stated_at, x.stated_at, o.landed_at, x.landed_at)
                at time zone $3::text)::date
                from delivery x left join delivery o on o.id = x.replay_of where x.id = %s)\
            """;

    /// Before its first delivery nobody could be late: what a feed brings of the time before is its
    /// history. The first is the earliest that says when it was made; if none does, that landed.
    private static final String FEEDS =
            """
            feeds as materialized (
                select f.id, (coalesce(
                        (select min(d.stated_at) from delivery d where d.feed_id = f.id),
                        (select min(d.landed_at) from delivery d where d.feed_id = f.id))
                    at time zone $3::text)::date as first_day
                from feed f)\
            """;

    /// When the total of a month was declared that is in force.
    private static final String TOTALS =
            """
            totals as materialized (
                select distinct on (feed_id, month) feed_id, month,
                    (declared_at at time zone $3::text)::date as declared_on
                from declared_total order by feed_id, month, no desc)\
            """;

    /// A name that was not written like the roster's; it may still be the same, or one of before.
    private static final String OTHER_NAME = "c.said_name <> t.name_digest";

    /// Until when it had to be reported.
    private static final String UNTIL = "least(c.completed_on + $5::int4, m.declared_on)";

    private static final String LATE =
            """
            ((coalesce(d.stated_at, d.landed_at) at time zone $3::text)::date > %1$s
                and f.first_day <= %1$s)\
            """
                    .formatted(UNTIL);

    private static final String LACKS_EVIDENCE = "(c.evidence = 0 and c.level = any($4::int2[]))";

    /// With how many records in force a held one may be one.
    private static final String MAY_BE =
            """
            case when c.state = 6 and c.hold in (%d, %d) then (
                select count(*) from completion o
                where o.teacher_id = c.teacher_id and o.family = c.family and o.state = 1
                    and (o.feed_id = c.feed_id) = (c.hold = %d)
                    and abs(o.completed_on - c.completed_on) <= $6::int4
                    and (o.credits = c.credits or abs(o.hours - c.hours) * 100
                        <= greatest(o.hours, c.hours) * $7::int4)) else 0 end\
            """
                    .formatted(
                            HoldReason.SUSPECTED_COPY.code(),
                            HoldReason.WITHIN_SOURCE.code(),
                            HoldReason.WITHIN_SOURCE.code());

    static final String CANDIDATES =
            """
            with %7$s, %8$s
            select c.record_key, c.record_id, c.feed_id, c.state, c.hold, c.match_rule,
                c.teacher_id, c.school_year, c.level, c.form, c.grade, c.hours, c.credits,
                c.source_credits, c.themes, c.detail, c.started_on, c.completed_on, c.rule,
                t.answering_division, t.school_code, t.left_on,
                w.record_key as w_record_key, w.record_id as w_record_id, w.feed_id as w_feed_id,
                w.level as w_level, w.form as w_form, w.grade as w_grade, w.hours as w_hours,
                w.credits as w_credits, w.source_credits as w_source_credits,
                w.themes as w_themes, w.detail as w_detail, w.started_on as w_started_on,
                w.completed_on as w_completed_on,
                case when %1$s then c.said_name end as said_name,
                case when %1$s then t.name end as roster_name,
                case when %1$s and t.has_past then (
                    select array_agg(i.value) from former_identity i
                    where i.teacher_id = t.id and i.kind = 3) end as former_names,
                case when c.state = 1 then %2$s end as other_school,
                case when c.programme_id = any($8::int4[]) then c.programme_id end
                    as shared_title,
                %3$s as lacks_evidence, m.declared_on,
                case when c.state = 1 and %4$s then (
                    select min(%5$s) from completion v
                    where v.record_key = c.record_key and v.completed_on is not null) end as reported_on,
                %6$s as may_be
            from completion c
            join teacher t on t.id = c.teacher_id and starts_with(t.answering_division, $1::text)
            join delivery d on d.id = c.delivery_id
            join feeds f on f.id = c.feed_id
            left join totals m on m.feed_id = c.feed_id
                and m.month = date_trunc('month', c.completed_on::timestamp)::date
            left join completion w on c.state in (2, 6) and w.record_key = c.peer and w.state = 1
            where c.state in (1, 2, 6) and ($2::int2 is null or c.school_year = $2)
                and (c.state in (2, 6) or c.source_credits <> c.credits
                    or t.left_on < c.completed_on or %3$s or %4$s or %1$s
                    or c.said_school <> t.school_digest or c.programme_id = any($8::int4[]))\
            """
                    .formatted(
                            OTHER_NAME,
                            SchoolSql.ELSEWHERE,
                            LACKS_EVIDENCE,
                            LATE,
                            REPORTED.formatted("v.delivery_id"),
                            MAY_BE,
                            FEEDS,
                            TOTALS);

    /// Records that their sources took back, whichever of the two came first: whether a record had
    /// counted by then depends on that, and on what other systems had sent. `$1` to `$3` as above.
    /// A decided year is another one only if it had been decided with the record.
    static final String WITHDRAWN =
            """
            select n.record_key, n.record_id, n.feed_id, p.teacher_id, p.school_year, p.hours,
                p.credits, t.answering_division, t.school_code, %s as withdrawn_on,
                (select min(%s) from completion v
                    where v.record_key = n.record_key and v.completed_on is not null) as reported_on,
                exists (select from decided_year y join delivery x on x.id = n.delivery_id
                    where y.teacher_id = p.teacher_id and y.school_year = p.school_year
                        and y.granted_at < x.landed_at
                        and (y.ended_at is null or y.ended_at > x.landed_at)
                        and exists (select from ledger_entry e
                            where e.teacher_id = p.teacher_id and e.record_key = p.record_key
                                and e.kind = 1)) as is_decided
            from completion n
            cross join lateral (
                select p.* from completion p
                where p.record_key = n.record_key and p.version_no <> n.version_no
                    and p.teacher_id is not null and p.state <> 4
                order by p.version_rank desc, p.version_value desc, p.content limit 1) p
            join teacher t on t.id = p.teacher_id and starts_with(t.answering_division, $1::text)
            where n.state = 4 and ($2::int2 is null or p.school_year = $2)\
            """
                    .formatted(
                            REPORTED.formatted("n.delivery_id"),
                            REPORTED.formatted("v.delivery_id"));

    /// Records that wait, the content of each that counts. `$1`, `$2` as above, `$3` whether those
    /// of nobody are meant. Whom they name, by number and by document, is today's roster's to say;
    /// that somebody else is meant was found when they came, or when the roster did.
    static final String WAITING =
            """
            select distinct on (c.record_key) c.record_key, c.record_id, c.feed_id, c.hours,
                c.credits, c.school_year, t.id as teacher_id, t.answering_division, t.school_code,
                case when n.id <> b.id then '%1$s' when t.id is not null then (
                    select max(f.code) from finding f where f.delivery_id = c.delivery_id
                        and f.position = c.position and f.code in ('%1$s', '%2$s')) end as why
            from waiting w join completion c using (record_key, version_no)
            left join lateral (
                select id from teacher where number_hash = w.teacher_no_hash
                union all
                select teacher_id from former_identity
                where kind = 1 and hash = w.teacher_no_hash limit 1) n on true
            left join lateral (
                select id from teacher where id_hash = w.id_hash
                union all
                select teacher_id from former_identity
                where kind = 2 and hash = w.id_hash limit 1) b on true
            left join teacher t on t.id = coalesce(n.id, b.id)
            where c.state = 5 and ($2::int2 is null or c.school_year = $2)
                and ($3::bool or starts_with(t.answering_division, $1::text))
            order by c.record_key, c.version_rank desc, c.version_value desc, c.content\
            """
                    .formatted(
                            FindingCode.IDENTITY_MISMATCH.code(),
                            FindingCode.NOT_THE_PERSON.code());

    /// Titles that more than one entry of the register may be meant by. `$1`: shared names.
    static final String SHARED_TITLES =
            """
            select id, name, normal as title, code as title_code, session, organiser from programme
            where normal = any($1::text[])\
            """;

    private RecordSql() {}
}
