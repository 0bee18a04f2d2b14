package io.credithub.store.breaks;

import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.HoldReason;

/// Records that can differ from something: set aside, held, with another figure than ours, late,
/// without evidence, under another name. `$1` is what divisions begin with, `$2` the school year or
/// null, `$3` the zone, `$4` the levels that ask for evidence, `$5` days until late, `$6` days and
/// `$7` percent within which records are alike.
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
    /// history.
    private static final String FEEDS =
            """
            feeds as materialized (
                select f.id, (select (coalesce(d.stated_at, d.landed_at)
                        at time zone $3::text)::date
                    from delivery d where d.feed_id = f.id order by d.id limit 1) as first_day
                from feed f)\
            """;

    private static final String NAMES =
            """
            names as materialized (
                select n.delivery_id, n.position, bool_or(n.code = '%1$s') as is_name,
                    min(n.value) filter (where n.code = '%2$s') as school
                from finding n where n.code in ('%1$s', '%2$s') group by 1, 2)\
            """
                    .formatted(
                            FindingCode.NAME_DIFFERS.code(), FindingCode.SCHOOL_ELSEWHERE.code());

    /// By today's roster: who has moved since, or works away from home, is where the record says.
    private static final String OTHER_SCHOOL =
            """
            case when n.school <> coalesce(t.school_code, '')
                    and n.school <> coalesce(t.home_school_code, '')
                    and exists (select from teacher o where o.school_code = n.school)
                    and not exists (select from teacher o where o.school_code = n.school
                        and o.answering_division = t.answering_division)
                then n.school end\
            """;

    /// A name that the roster has taken on since is no difference any more.
    private static final String OTHER_NAME =
            """
            (coalesce(n.is_name, false) and not exists (
                select from former_identity fi where fi.teacher_id = c.teacher_id and fi.kind = 3
                    and fi.ended_at > d.landed_at))\
            """;

    private static final String LATE =
            """
            ((coalesce(d.stated_at, d.landed_at) at time zone $3::text)::date
                    > c.completed_on + $5::int4
                and f.first_day <= c.completed_on + $5::int4)\
            """;

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
            with %s, %s
            select c.record_key, c.record_id, c.feed_id, c.state, c.hold, c.match_rule,
                c.teacher_id, c.school_year, c.level, c.form, c.grade, c.hours, c.credits,
                c.source_credits, c.themes, c.detail, c.started_on, c.completed_on,
                t.answering_division, t.school_code, t.left_on,
                w.record_key as w_record_key, w.record_id as w_record_id, w.feed_id as w_feed_id,
                w.level as w_level, w.form as w_form, w.grade as w_grade, w.hours as w_hours,
                w.credits as w_credits, w.source_credits as w_source_credits,
                w.themes as w_themes, w.detail as w_detail, w.started_on as w_started_on,
                w.completed_on as w_completed_on,
                %s as other_name, %s as other_school, %s as lacks_evidence,
                case when c.state = 1 and %s then case when c.version_no = 1 then %s else %s end
                    end as reported_on,
                %s as may_be
            from completion c
            join teacher t on t.id = c.teacher_id and starts_with(t.answering_division, $1::text)
            join delivery d on d.id = c.delivery_id
            join feeds f on f.id = c.feed_id
            left join names n on n.delivery_id = c.delivery_id and n.position = c.position
            left join completion w on c.state in (2, 6) and w.record_key = c.peer and w.state = 1
            where c.state in (1, 2, 6) and ($2::int2 is null or c.school_year = $2)
                and (c.state in (2, 6) or c.source_credits <> c.credits
                    or t.left_on < c.completed_on or %s or %s or n.delivery_id is not null)\
            """
                    .formatted(
                            FEEDS,
                            NAMES,
                            OTHER_NAME,
                            OTHER_SCHOOL,
                            LACKS_EVIDENCE,
                            LATE,
                            REPORTED.formatted("c.delivery_id"),
                            REPORTED.formatted(
                                    "(select v.delivery_id from completion v where"
                                            + " v.record_key = c.record_key"
                                            + " order by v.version_no limit 1)"),
                            MAY_BE,
                            LACKS_EVIDENCE,
                            LATE);

    /// Records that their sources took back after they had been posted. `$1` to `$3` as above.
    static final String WITHDRAWN =
            """
            select n.record_key, n.record_id, n.feed_id, p.teacher_id, p.school_year, p.hours,
                p.credits, t.answering_division, t.school_code, %s as withdrawn_on,
                %s as reported_on,
                exists (select from decided_year y join delivery x on x.id = n.delivery_id
                    where y.teacher_id = p.teacher_id and y.school_year = p.school_year
                        and y.granted_at < x.landed_at
                        and (y.ended_at is null or y.ended_at > x.landed_at)) as is_decided
            from completion n
            cross join lateral (
                select p.* from completion p
                where p.record_key = n.record_key and p.version_no <> n.version_no
                    and p.teacher_id is not null
                    and exists (select from ledger_entry e where e.teacher_id = p.teacher_id
                        and e.record_key = p.record_key and e.version_no = p.version_no
                        and e.kind = 1)
                order by p.version_no desc limit 1) p
            join teacher t on t.id = p.teacher_id and starts_with(t.answering_division, $1::text)
            where n.state = 4 and ($2::int2 is null or p.school_year = $2)\
            """
                    .formatted(
                            REPORTED.formatted("n.delivery_id"),
                            REPORTED.formatted("p.delivery_id"));

    /// Records that wait, the newest content of each. `$1`, `$2` as above, `$3` whether those of
    /// nobody are meant.
    static final String WAITING =
            """
            select distinct on (c.record_key) c.record_key, c.record_id, c.feed_id, c.hours,
                c.credits, c.school_year, t.id as teacher_id, t.answering_division, t.school_code,
                (select f.code from finding f where f.delivery_id = c.delivery_id
                    and f.position = c.position and f.code in ('%1$s', '%2$s')
                    order by f.id limit 1) as why
            from waiting w join completion c using (record_key, version_no)
            left join lateral (
                select t.* from teacher t
                where t.number_hash = w.teacher_no_hash or t.id_hash = w.id_hash
                order by t.number_hash = w.teacher_no_hash desc nulls last limit 1) t on true
            where c.state = 5 and ($2::int2 is null or c.school_year = $2)
                and ($3::bool or starts_with(t.answering_division, $1::text))
            order by c.record_key, c.version_no desc\
            """
                    .formatted(
                            FindingCode.IDENTITY_MISMATCH.code(),
                            FindingCode.NOT_THE_PERSON.code());

    /// Records that were rejected for a code that no table has, and have not come right since. `$3`
    /// is the zone.
    static final String UNMAPPED =
            """
            select distinct on (d.feed_id, coalesce(x.record_id, r.delivery_id || ':' || r.position))
                d.feed_id, x.record_id, r.delivery_id, r.position, x.field, x.value, k.record_key,
                %s as reported_on
            from rejection r join delivery d on d.id = r.delivery_id
            join feed f on f.id = d.feed_id
            cross join lateral (
                select n.record_id, n.field, n.value from finding n
                where n.delivery_id = r.delivery_id and n.position = r.position
                    and n.code = '%s' order by n.id limit 1) x
            cross join lateral (
                select encode(substring(sha256(convert_to(f.code || chr(10) || x.record_id, 'UTF8'))
                    for 16), 'hex')::uuid as record_key) k
            where r.replayed_by is null and r.codes like '%%HUB-1008%%'
                and not exists (select from completion c where c.record_key = k.record_key
                    and c.delivery_id > r.delivery_id)
            order by d.feed_id, coalesce(x.record_id, r.delivery_id || ':' || r.position),
                r.delivery_id desc\
            """
                    .formatted(
                            REPORTED.formatted("r.delivery_id").replace("$3", "$1"),
                            FindingCode.UNKNOWN_CODE.code());

    private RecordSql() {}
}
