package io.credithub.store.report;

import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.store.completion.CreditsInQuestion;
import io.credithub.store.feed.ReplayedSum;

/// Questions of the scorecard of sources.
final class SourceScoreSql {
    /// Each silence between two deliveries of a feed, as far as it lies in the year, and the one
    /// that goes on; what was before the first one is none. `$1` to `$3` as in [#DELIVERIES].
    private static final String SILENCES =
            """
            select feed_id, max(at) as last_at,
                case when min(at) < $2 then floor(extract(epoch from greatest(
                    max(at - greatest(before, $1)) filter (
                        where at >= $1 and at < $2 and before is not null),
                    $2 - greatest($1, max(at) filter (where at < $2)),
                    interval '0')) / 86400)::int8 end as silence
            from (select feed_id, landed_at as at,
                    lag(landed_at) over (partition by feed_id order by landed_at) as before
                from delivery where replay_of is null and landed_at <= $3::timestamptz) l
            group by feed_id\
            """;

    /// Of every feed, what landed from `$1` until `$2`, what replays made of it since, and when
    /// there was something last, as of `$3`.
    static final String DELIVERIES =
            """
            select f.code as feed, count(d.id) filter (where d.replay_of is null) as deliveries,
                sum(d.declared_records)::int8 as declared,
                (coalesce(sum(d.received) filter (where d.replay_of is null), 0) + %s)::int8
                    as received,
                coalesce(sum(d.accepted), 0)::int8 as accepted,
                coalesce(sum(d.rejected - d.replayed) filter (where d.replay_of is null), 0)::int8
                    as rejected,
                coalesce(sum(d.duplicate), 0)::int8 as duplicate,
                coalesce(sum(d.waiting), 0)::int8 as waiting,
                max(s.last_at) as last_at, max(s.silence) as silence
            from feed f
            left join (
                select x.*, coalesce(o.landed_at, x.landed_at) as at
                from delivery x left join delivery o on o.id = x.replay_of) d
                on d.feed_id = f.id and d.at >= $1::timestamptz and d.at < $2::timestamptz
            left join (%s) s on s.feed_id = f.id
            group by f.code order by f.code\
            """
                    .formatted(ReplayedSum.SUM, SILENCES);

    /// A late record may be another break before it is a late one: it is among what differs.
    private static final String DIFFERING =
            """
            select feed_id, count(*) filter (where state = 1) as open_breaks,
                sum(%3$s) filter (where state = 1) as in_question,
                count(*) filter (where state <> 4 and aspect = %1$d
                    and (code = %2$d or fields like '%%",%2$d]%%')) as late
            from recon_break b
            where feed_id is not null and school_year = $2
                and (division >= $1 and division < $1 || ':' or $3 and division = '')
            group by 1\
            """
                    .formatted(
                            BreakAspect.RECORD.code(),
                            BreakCode.LATE.code(),
                            CreditsInQuestion.OF_BREAK);

    /// Of feeds with any record or break in the school year `$2`, of the divisions that begin with
    /// `$1`; `$3` whether what is nobody's is meant too.
    static final String RECORDS =
            """
            with cells as (
                select feed_id, sum(posted) as posted, sum(aside) as aside, sum(held) as held,
                    sum(refused) as refused, sum(posted_hours) as hours,
                    sum(posted_credits) as credits
                from reconciliation_cell
                where starts_with(division_code, $1::text) and school_year = $2::int2
                    and feed_id <> 0 group by 1),
            waits as (
                select c.feed_id, count(distinct c.record_key) as waiting
                from waiting w join completion c using (record_key, version_no)
                where $3::bool and c.state = 5 and c.school_year = $2 group by 1),
            taken_back as (%s),
            differing as (%s)
            select f.code as feed, coalesce(c.posted, 0)::int8 as posted,
                coalesce(c.aside, 0)::int8 as aside, coalesce(c.held, 0)::int8 as held,
                coalesce(c.refused, 0)::int8 as refused, coalesce(w.waiting, 0)::int8 as waiting,
                coalesce(b.withdrawn, 0)::int8 as withdrawn, coalesce(x.late, 0)::int8 as late,
                coalesce(c.hours, 0)::int8 as hours, coalesce(c.credits, 0)::int8 as credits,
                coalesce(x.open_breaks, 0)::int8 as open_breaks,
                coalesce(x.in_question, 0)::int8 as in_question
            from feed f left join cells c on c.feed_id = f.id left join waits w on w.feed_id = f.id
            left join taken_back b on b.feed_id = f.id left join differing x on x.feed_id = f.id
            where c.posted + c.aside + c.held + c.refused > 0 or w.waiting > 0 or b.withdrawn > 0
                or x.open_breaks > 0
            order by f.code\
            """
                    .formatted(WithdrawnSql.BY_FEED, DIFFERING);

    /// How many days after their completion records in force came: `$1`, `$2` as above, `$3` the
    /// zone. The day is the one that the delivery says, else on which it landed.
    static final String DELAYS =
            """
            select f.code as feed,
                ((coalesce(o.stated_at, d.stated_at, o.landed_at, d.landed_at)
                    at time zone $3::text)::date - k.completed_on)::int8 as days,
                count(*) as records
            from teacher t join completion k on k.teacher_id = t.id and k.state = 1
            join delivery d on d.id = k.delivery_id left join delivery o on o.id = d.replay_of
            join feed f on f.id = k.feed_id
            where starts_with(t.answering_division, $1::text) and k.school_year = $2::int2
                and k.completed_on is not null
            group by 1, 2 order by 1, 2\
            """;

    private SourceScoreSql() {}
}
