package io.credithub.store.reconciliation;

import io.credithub.store.completion.FamilyRows;
import io.credithub.store.delivery.ShareRows;
import io.credithub.store.sql.PrefixRange;

/// The questions of the reconciliation. All but the last three are answered from counters: their
/// cost does not grow with the records.
public final class ReconciliationSql {
    static final String OPEN = "select count(*) from chunk where not done";

    static final String ROSTER =
            """
            select count(*) from teacher
            where %s and merged_into is null\
            """
                    .formatted(PrefixRange.of("answering_division", "$1"));

    /// Every teacher in every cycle that anybody has an entry in, and in the current one: `$2`; it
    /// has `$3` years, which begin in the month `$4` on the day `$5`. Today is `$6`. Who is of no
    /// county is in nobody's figures.
    static final String STANDINGS =
            """
            with cycles as (
                select cycle, make_date(cycle + $3, $4, $5) as ends
                from (select distinct cycle::int4 from standing union select $2::int4) c (cycle)),
            stands as (
                select t.answering_division as division_code, c.cycle, s.entries, s.earned,
                    s.recognised,
                    case when t.left_on < c.ends - 1 and t.left_on <= $6::date then 'LEFT'
                        when t.status = 'NEW' and t.confirmed_on is null
                            or t.confirmed_on >= c.ends or t.transferred_on >= c.ends
                            then 'NOT_REGISTERED'
                        when s.qualified then 'QUALIFIED'
                        when c.ends <= $6 then 'UNQUALIFIED' else 'NOT_YET' end as verdict
                from teacher t cross join cycles c
                left join standing s on s.teacher_id = t.id and s.cycle = c.cycle
                where starts_with(t.answering_division, $1) and t.merged_into is null
                    and length(t.answering_division) = 6)
            select division_code, cycle, count(*) as teachers,
                count(*) filter (where entries > 0) as with_records,
                count(*) filter (where entries > 0 is not true) as without_records,
                count(*) filter (where verdict = 'QUALIFIED') as qualified,
                count(*) filter (where verdict = 'NOT_YET') as not_yet,
                count(*) filter (where verdict = 'UNQUALIFIED') as unqualified,
                count(*) filter (where verdict = 'NOT_REGISTERED') as not_registered,
                count(*) filter (where verdict = 'LEFT') as has_left,
                coalesce(sum(earned), 0)::int8 as earned,
                coalesce(sum(recognised), 0)::int8 as recognised
            from stands group by 1, 2 order by 1, 2\
            """;

    static final String UNSETTLED =
            """
            select count(*) from delivery where finished_at is not null
                and accepted + rejected + duplicate + waiting <> received\
            """;

    /// The counters of the deliveries, beside the list of rejected records itself.
    static final String REPLAYS =
            """
            select coalesce(sum(d.rejected), 0)::int8 as rejected,
                coalesce(sum(d.replayed), 0)::int8 as replayed,
                coalesce(sum(r.open), 0)::int8 as open,
                count(*) filter (where d.rejected <> d.replayed + coalesce(r.open, 0)
                    or d.replayed <> coalesce(r.taken, 0)) as unsettled
            from delivery d
            left join (
                select delivery_id, count(*) filter (where replayed_by is null) as open,
                    count(replayed_by) as taken
                from rejection group by delivery_id) r on r.delivery_id = d.id
            where d.replay_of is null and (d.rejected > 0 or r.delivery_id is not null)\
            """;

    static final String LEDGER =
            """
            select (select coalesce(sum(credits), 0)::int8 from ledger_block) as credits,
                (select count(*) from ledger_block) as blocks,
                (select coalesce(sum(entries), 0)::int8 from ledger_block) as entries,
                h.last_hash, h.last_seq, h.last_block,
                (select count(*) from ledger_block b left join ledger_block p on p.no = b.no - 1
                    where b.previous <> coalesce(p.hash, decode(repeat('00', 32), 'hex'))
                        or b.first_seq <> coalesce(p.first_seq + p.entries, 1)) as broken,
                coalesce((select b.hash = h.last_hash from ledger_block b
                    where b.no = h.last_block), h.last_block = 0) as head_fits
            from ledger_head h\
            """;

    static final String RECOUNT =
            """
            select f.code,
                count(*) filter (where c.state = 1) as in_force,
                count(*) filter (where c.state = 2) as aside,
                count(*) filter (where c.state = 3) as superseded,
                count(*) filter (where c.state = 4) as withdrawn,
                count(*) filter (where c.state = 5) as waiting,
                count(*) filter (where c.state = 6) as held,
                count(*) filter (where c.state = 7) as refused,
                coalesce(sum(c.hours) filter (where c.state <> 5), 0)::int8 as accepted_hours,
                coalesce(sum(c.hours) filter (where c.state = 5), 0)::int8 as waiting_hours,
                coalesce(sum(c.credits) filter (where c.state = 1), 0)::int8 as credits,
                count(distinct (c.teacher_id, c.school_year)) filter (where c.state = 1) as persons
            from completion c join feed f on f.id = c.feed_id group by f.code\
            """;

    private static final String PLACES_RECOUNT =
            """
            select %%s as key, null::int8 as teachers, %s
            from completion k %%s where k.%s group by 1 order by 1\
            """
                    .formatted(ShareRows.SUMS, FamilyRows.PLACED);

    static final String COUNTIES_RECOUNT =
            PLACES_RECOUNT.formatted(
                    "t.answering_division", "join teacher t on t.id = k.teacher_id");

    static final String YEARS_RECOUNT = PLACES_RECOUNT.formatted("k.school_year::text", "");

    static final String LEDGER_RECOUNT =
            """
            select coalesce(sum(credits), 0)::int8 as credits, count(*) as entries,
                coalesce(sum(credits) filter (where kind in (1, 2)), 0)::int8 as awards
            from ledger_entry\
            """;

    /// Movements of the bank: they are few, and found by an index of their own.
    public static final String MOVEMENTS_RECOUNT =
            """
            select count(*) as movements,
                count(*) filter (where l.credits <> 0 or l.blocks > 1 or l.teachers > 1)
                    as unbalanced,
                count(*) filter (where l.record_key is null or m.id is null
                    or m.teacher_id <> l.teacher) as unexplained
            from (
                select record_key, sum(credits) as credits, count(distinct block_no) as blocks,
                    count(distinct teacher_id) as teachers, min(teacher_id) as teacher
                from ledger_entry where kind > 2 group by record_key) l
            full join movement m on m.id = l.record_key\
            """;

    /// Contents that are adjusted, the decisions behind them, and what the ledger holds of them.
    static final String ADJUSTED_RECOUNT =
            """
            select count(a.id) as adjustments,
                count(*) filter (where c.credits is distinct from a.credits::int8
                    or coalesce(l.net, 0) <> case when c.state = 1 then a.credits else 0 end)
                    as unfounded
            from (select record_key, version_no, state, credits from completion where rule < 0) c
            full join (select id, record_key, version_no, credits from adjustment where state = 2) a
                using (record_key, version_no)
            full join (
                select record_key, version_no, sum(credits) as net from ledger_entry
                where rule < 0 and kind in (1, 2) group by 1, 2 having sum(credits) <> 0) l
                using (record_key, version_no)\
            """;

    /// Statements on their way to a signature or signed: manifests and parts against their digests,
    /// and parts against what their manifests say of them. What an erased person was in is gone.
    static final String SIGNED_RECOUNT =
            """
            select count(distinct s.id) as statements, count(p.no) as parts,
                count(*) filter (where sha256(s.manifest) <> s.sha256 or p.no is null
                    or (p.content is not null and sha256(p.content) <> p.sha256)
                    or position(convert_to(encode(p.sha256, 'hex'), 'UTF8') in s.manifest) = 0)
                    as differing
            from sign_off s left join sign_off_part p on p.sign_off_id = s.id\
            """;

    private ReconciliationSql() {}
}
