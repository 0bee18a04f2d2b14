package io.credithub.store.delivery;

/// Statements about replays.
final class ReplaySql {
    /// Of a delivery or one of its replays, the original: whoever has it begins replays alone.
    static final String LOCK =
            """
            select id from delivery
            where id = (select coalesce(replay_of, id) from delivery where id = $1)
            for update\
            """;

    /// Asked after [#LOCK], by a statement of its own: one that waits for a lock sees, of other
    /// rows, what there was before it waited.
    static final String STATE =
            """
            select o.id, f.code, o.finished_at is not null as finished,
                (select r.id from delivery r where r.replay_of = o.id and r.finished_at is null)
                    as under_way
            from delivery o join feed f on f.id = o.feed_id where o.id = $1\
            """;

    /// Of one original `$1`: what is rejected, and what waits and was read by another mapping than
    /// `$2`.
    private static final String PLACES =
            """
            select r.position, false as waiting from rejection r
            where r.delivery_id = $1 and r.replayed_by is null
            union
            select c.position, true from delivery d
            cross join lateral (select position from completion
                where delivery_id = d.id and state = 5) c
            where (d.id = $1 or d.replay_of = $1) and d.mapping_digest <> $2\
            """;

    static final String COUNT = "select count(*) from (" + PLACES + ") p";

    /// No bytes: they are the original's.
    static final String DELIVERY =
            """
            insert into delivery (feed_id, reference, sha256, bytes, charset, head, mapping_digest,
                stated_at, replay_of, asked_by, asked_reason, sha256_sealed, head_key)
            select feed_id, reference, sha256, bytes, charset, head, $2, stated_at, id, $3, $4,
                sha256_sealed, head_key
            from delivery where id = $1 returning id\
            """;

    static final String CHUNKS =
            """
            insert into chunk (delivery_id, chunk_no, first_position, records, payload, positions,
                waiting)
            select $3, k.chunk_no, k.first_position, count(*), ''::bytea,
                array_agg(p.position order by p.position),
                array_agg(p.position) filter (where p.waiting)
            from (%s) p cross join lateral (
                select k.chunk_no, k.first_position from chunk k
                where k.delivery_id = $1 and k.first_position <= p.position
                order by k.chunk_no desc limit 1) k
            group by k.chunk_no, k.first_position returning chunk_no, records\
            """
                    .formatted(PLACES);

    static final String TOTALS =
            """
            update delivery set received = $2, chunks = $3 where id = $1\
            """;

    static final String JUDGED =
            """
            update delivery d set judged_digest = $2, judged_rules = h.rulebook,
                judged_roster = h.roster_version, judged_at = now()
            from ledger_head h where d.id = $1\
            """;

    /// A day has come since the record was last judged. `$2`: the zone that days are counted in.
    private static final String DAY_HAS_COME =
            """
            r.due <= (now() at time zone $2)::date
                and coalesce(d.judged_at, d.landed_at) < r.due::timestamp at time zone $2\
            """;

    /// `$3`: the mapping of the feed now.
    static final String PASSED =
            """
            select exists (
                select from rejection r join delivery d on d.id = r.delivery_id
                cross join ledger_head h
                where d.id = $1 and r.replayed_by is null and (
                    coalesce(d.judged_digest, d.mapping_digest) <> $3
                    or %s
                    or r.codes ~ 'HUB-10(13|18|[45][0-9])'
                        and (d.judged_rules, d.judged_roster)
                            is distinct from (h.rulebook, h.roster_version)))\
            """
                    .formatted(DAY_HAS_COME);

    /// `$3`: feeds; `$4`: their mappings now. The roster changes every day: whether that helps, who
    /// sends again or an operator finds out. Each reason is looked up by an index that holds what
    /// is open only, so that old rejections cost nothing.
    static final String ALL_PASSED =
            """
            with passed as (
                select d.id from unnest($3::text[], $4::text[]) as m (feed, digest)
                join feed f on f.code = m.feed
                join delivery d on d.feed_id = f.id and d.rejected > d.replayed
                    and (coalesce(d.judged_digest, d.mapping_digest) < m.digest
                        or coalesce(d.judged_digest, d.mapping_digest) > m.digest)
                union
                select d.id from rejection r join delivery d on d.id = r.delivery_id
                where r.replayed_by is null and %s
                union
                select d.id from rejection r join delivery d on d.id = r.delivery_id
                cross join ledger_head h
                where r.replayed_by is null and r.codes like '%%HUB-1013%%'
                    and d.judged_rules is distinct from h.rulebook)
            select d.id from passed p join delivery d on d.id = p.id
            join feed f on f.id = d.feed_id
            where d.finished_at is not null and d.replay_of is null and f.code = any($3)
                and not exists (select from delivery o
                    where o.replay_of = d.id and o.finished_at is null)
            order by 1 limit $1\
            """
                    .formatted(DAY_HAS_COME);

    static final String REJECTED =
            """
            select distinct r.delivery_id from rejection r
            join delivery d on d.id = r.delivery_id join feed f on f.id = d.feed_id
            where r.replayed_by is null and ($1::text is null or f.code = $1)
                and ($2::text is null or $2 = any(string_to_array(r.codes, ',')))
                and r.delivery_id > $3
            order by 1 limit $4\
            """;

    private ReplaySql() {}
}
