package io.credithub.store.breaks;

import io.credithub.domain.completion.FindingCode;

/// Records that were rejected and are not known: one row of each, with all that is wrong with them.
/// `$1` is the zone.
final class RejectionSql {
    /// As last judged, by the original or by a replay of it. Who was erased is nobody's difference.
    private static final String REJECTED =
            """
            rejected as materialized (
                select d.feed_id, r.delivery_id, r.position, d.stated_at,
                    coalesce(d.stated_at, d.landed_at) as came_at,
                    string_to_array(r.codes, ',') as codes,
                    (select min(n.record_id) from finding n
                        where n.delivery_id = r.delivery_id and n.position = r.position)
                        as record_id
                from rejection r join delivery d on d.id = r.delivery_id
                where r.replayed_by is null and r.codes not like '%%%s%%')\
            """
                    .formatted(FindingCode.ERASED.code());

    /// Where there is no id, the place names it.
    private static final String RECORDS =
            """
            records as (
                select x.feed_id, x.record_id, min(x.delivery_id) as delivery_id,
                    min(x.position) as position, min(x.came_at) as came_at,
                    case when bool_and(x.stated_at is not null) then max(x.stated_at) end
                        as stated_at,
                    array_agg(c.code order by c.code, n.field, n.value) as codes,
                    array_agg(coalesce(n.field, '') order by c.code, n.field, n.value) as fields,
                    array_agg(n.value order by c.code, n.field, n.value) as found
                from rejected x cross join lateral unnest(x.codes) as c (code)
                left join lateral (
                    select n.field, n.value
                    from (select x.delivery_id as id union all
                        select e.id from delivery e where e.replay_of = x.delivery_id) e
                    join finding n on n.delivery_id = e.id and n.position = x.position
                        and n.code = c.code) n on true
                group by x.feed_id, x.record_id,
                    case when x.record_id is null then x.delivery_id end,
                    case when x.record_id is null then x.position end)\
            """;

    /// What is known by its id is not missing, unless the source says of the rejected that it is
    /// later than all of that. What waits is a difference of its own.
    static final String REJECTED_RECORDS =
            """
            with %s, %s
            select r.feed_id, r.record_id, r.delivery_id, r.position, r.codes, r.fields, r.found,
                k.record_key, (r.came_at at time zone $1::text)::date as reported_on
            from records r join feed f on f.id = r.feed_id
            cross join lateral (
                select encode(substring(sha256(convert_to(f.code || chr(10) || r.record_id, 'UTF8'))
                    for 16), 'hex')::uuid as record_key) k
            where not exists (
                select from completion c join delivery d on d.id = c.delivery_id
                where c.record_key = k.record_key
                    and (c.state = 5 or coalesce(d.stated_at >= r.stated_at, true)))\
            """
                    .formatted(REJECTED, RECORDS);

    private RejectionSql() {}
}
