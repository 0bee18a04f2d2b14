-- What the registry knew at a moment: reports read it as it was, by the same questions. A row says since when it is as it is
-- (known_from); what it was before lies in the table of the same name in the schema `known`, with the moment until which it was so.
-- The views of the schema `as_known` have the tables' names and show what was known at `hub.as_known`; who reads with the search
-- path `as_known, public` reads the past. Triggers keep it, so that no writer can forget to.
create schema known;
create schema as_known;

-- The number of the transaction first: who looks which transactions are under way finds every one that has a stamp.
create function known_now() returns timestamptz language sql volatile as
    'select case when pg_current_xact_id() is not null then clock_timestamp() end';

create function as_known.moment() returns timestamptz language sql stable as
    'select current_setting(''hub.as_known'')::timestamptz';

-- The owner of the tables may say that what is written was ever so: what is erased is erased from the past too.
create function known.is_rewritten(tab oid) returns boolean language sql stable as $$
    select pg_has_role(session_user, relowner, 'member') from pg_class where oid = tab
$$;

create function known.stamp() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('hub.past', true), '') <> 'rewritten' or not known.is_rewritten(tg_relid) then
        new.known_from := public.known_now();
    end if;
    return new;
end $$;

-- Rows are added and never change, but that something of them is erased.
create procedure known.since(tab text) language plpgsql as $$
declare
    columns text;
begin
    execute format('alter table public.%I add column known_from timestamptz not null default ''-infinity''', tab);
    execute format('alter table public.%I alter column known_from set default public.known_now()', tab);
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
        where attrelid = format('public.%I', tab)::regclass and attnum > 0 and not attisdropped and attname <> 'known_from';
    execute format('create view as_known.%1$I as select %2$s from public.%1$I where known_from <= (select as_known.moment())',
        tab, columns);
end $$;

-- Rows change or go. live: columns that never change, or only by erasing: they are read from the row of now, and such rows never go.
-- omitted: columns that no report reads.
create procedure known.follow(tab text, live text[] default '{}', omitted text[] default '{}') language plpgsql as $$
declare
    base regclass := format('public.%I', tab)::regclass;
    keys text[];
    kept text;
    shown text;
    past text;
    same text;
begin
    select array_agg(a.attname::text order by a.attnum) into keys from pg_index i
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = base and i.indisprimary;
    select string_agg(format('n.%1$I = o.%1$I', k), ' and ') into same from unnest(keys) as k;
    select string_agg(format('%I', attname), ', ' order by attnum) filter (where attname <> all(live)),
        string_agg(format('o.%I', attname), ', ' order by attnum),
        string_agg(format('%s.%I', case when attname = any(live) then 'n' else 'o' end, attname), ', ' order by attnum)
        into kept, shown, past from pg_attribute
        where attrelid = base and attnum > 0 and not attisdropped and attname <> all(omitted);
    execute format('alter table public.%I add column known_from timestamptz not null default ''-infinity''', tab);
    execute format('alter table public.%I alter column known_from set default public.known_now()', tab);
    execute format('create table known.%1$I as select %2$s, known_from, known_from as known_until from public.%1$I with no data',
        tab, kept);
    execute format('alter table known.%I alter known_from set not null, alter known_until set not null', tab);
    execute format('create index on known.%I (%s)', tab, (select string_agg(quote_ident(k), ', ') from unnest(keys) as k));
    execute format($f$
        create function known.%1$I() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $t$
        begin
            if coalesce(current_setting('hub.past', true), '') = 'rewritten' and known.is_rewritten(tg_relid) then return null; end if;
            if tg_op = 'UPDATE' then
                insert into known.%2$I (%3$s, known_from, known_until)
                select %4$s, o.known_from, n.known_from from went o join came n on %5$s;
            else
                insert into known.%2$I (%3$s, known_from, known_until)
                select %4$s, o.known_from, public.known_now() from went o;
            end if;
            return null;
        end $t$ $f$,
        'keep_' || tab, tab, kept, 'o.' || replace(kept, ', ', ', o.'), same);
    execute format('create trigger known_stamp before update on public.%I for each row execute function known.stamp()', tab);
    execute format('create trigger known_changed after update on public.%1$I referencing old table as went new table as came '
        'for each statement execute function known.%2$I()', tab, 'keep_' || tab);
    execute format('create trigger known_gone after delete on public.%1$I referencing old table as went '
        'for each statement execute function known.%2$I()', tab, 'keep_' || tab);
    execute format($v$
        create view as_known.%1$I as
        select %2$s from public.%1$I o where o.known_from <= (select as_known.moment())
        union all
        select %3$s from known.%1$I o%4$s
        where o.known_from <= (select as_known.moment()) and o.known_until > (select as_known.moment())$v$,
        tab, shown, past, case when live = '{}' then '' else format(' join public.%I n on %s', tab, same) end);
end $$;

call known.since('feed');
call known.since('finding');
call known.since('reconciliation_run_sum');
call known.since('division_list');
call known.since('recomputation_policy');
call known.since('recomputation_change');
call known.since('recomputation_unjudged');
call known.since('ledger_block');
create index ledger_block_known on ledger_block (known_from, no);

call known.follow('completion', '{record_id,said_school,said_name}');
call known.follow('delivery', '{feed_id,reference,sha256,sha256_sealed,head,head_key,bytes,charset,mapping_digest,declared_records,'
    'declared_persons,declared_hours,stated_at,landed_at,replay_of,asked_by,asked_reason}');
call known.follow('teacher', '{}', '{number_hash,id_type,id_hash,id_cipher,id_key,birth_date,name_digest}');
call known.follow('waiting', '{}', '{teacher_no_hash,id_hash,name,birth_date}');
call known.follow('recomputation');
call known.follow('recon_break');
call known.follow('reconciliation_run');
call known.follow('teacher_verdict');
call known.follow('verdict_progress');
call known.follow('verdict_touched');
create index completion_teacher on known.completion (teacher_id) where teacher_id is not null;
create index completion_delivery on known.completion (delivery_id);
create index completion_peer on known.completion (peer) where peer is not null;
create index recon_break_division on known.recon_break (division);
create index recon_break_teacher on known.recon_break (teacher_id) where teacher_id is not null;

-- The head of the ledger moves with each block, which says where it was; what else stands in it changes rarely.
alter table ledger_head add column known_from timestamptz not null default '-infinity';
create table known.ledger_head as
    select roster_version, facts_version, rulebook, matching, known_from, known_from as known_until from ledger_head with no data;
create function known.keep_ledger_head() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into known.ledger_head (roster_version, facts_version, rulebook, matching, known_from, known_until)
    values (old.roster_version, old.facts_version, old.rulebook, old.matching, old.known_from, new.known_from);
    return null;
end $$;
create function known.stamp_ledger_head() returns trigger language plpgsql as $$
begin
    new.known_from := public.known_now();
    return new;
end $$;
create trigger known_stamp before update on ledger_head for each row
    when ((old.roster_version, old.facts_version, old.rulebook, old.matching)
        is distinct from (new.roster_version, new.facts_version, new.rulebook, new.matching))
    execute function known.stamp_ledger_head();
create trigger known_changed after update on ledger_head for each row
    when ((old.roster_version, old.facts_version, old.rulebook, old.matching)
        is distinct from (new.roster_version, new.facts_version, new.rulebook, new.matching))
    execute function known.keep_ledger_head();
create view as_known.ledger_head as
    select true as single, coalesce(b.last_seq, 0) as last_seq, coalesce(b.no, 0) as last_block,
        coalesce(b.hash, decode(repeat('00', 32), 'hex')) as last_hash, h.roster_version, h.facts_version, h.rulebook, h.matching
    from (
        select roster_version, facts_version, rulebook, matching from public.ledger_head
        where known_from <= (select as_known.moment())
        union all
        select roster_version, facts_version, rulebook, matching from known.ledger_head
        where known_from <= (select as_known.moment()) and known_until > (select as_known.moment())) h
    left join lateral (
        select no, hash, first_seq + entries - 1 as last_seq from public.ledger_block
        where known_from <= (select as_known.moment()) order by known_from desc, no desc limit 1) b on true;
create view as_known.ledger_entry as
    select e.* from public.ledger_entry e
    where e.seq <= (select last_seq from as_known.ledger_head);

-- Counters follow from what they count.
create view as_known.reconciliation_cell as
    select c.feed_id, t.answering_division as division_code, c.school_year,
        count(*) filter (where c.state = 1) as posted,
        coalesce(sum(c.hours) filter (where c.state = 1), 0)::bigint as posted_hours,
        coalesce(sum(c.credits) filter (where c.state = 1), 0)::bigint as posted_credits,
        count(*) filter (where c.state = 2) as aside,
        coalesce(sum(c.hours) filter (where c.state = 2), 0)::bigint as aside_hours,
        count(distinct c.teacher_id) filter (where c.state = 1) as persons,
        count(*) filter (where c.state = 6) as held,
        coalesce(sum(c.hours) filter (where c.state = 6), 0)::bigint as held_hours,
        count(*) filter (where c.state = 7) as refused,
        coalesce(sum(c.hours) filter (where c.state = 7), 0)::bigint as refused_hours
    from as_known.completion c join as_known.teacher t on t.id = c.teacher_id
    where c.state in (1, 2, 6, 7) group by 1, 2, 3
    union all
    select 0::smallint, t.answering_division, c.school_year, 0, 0, 0, 0, 0, count(distinct c.teacher_id), 0, 0, 0, 0
    from as_known.completion c join as_known.teacher t on t.id = c.teacher_id
    where c.state = 1 group by 2, 3;
create view as_known.verdict_count as
    select v.cycle, p.period::smallint as period, v.division, v.state, p.verdict, count(*)::integer as teachers
    from as_known.teacher_verdict v
    cross join lateral (
        select 0 as period, v.verdict
        union all
        select (v.cycle + y.no - 1)::integer, y.verdict from unnest(v.year_verdict) with ordinality as y (verdict, no)) p
    group by 1, 2, 3, 4, 5;

-- The first moment that can be asked about: what was before it is not known.
create table known.beginning (
    single boolean     primary key default true check (single),
    at     timestamptz not null default clock_timestamp()
);
insert into known.beginning default values;

-- What a report was asked as known on; null: as it is when it is made.
alter table report_job add column known_on timestamptz;

grant usage on schema known, as_known to "${appRole}";
grant select on all tables in schema as_known to "${appRole}";
grant select on known.beginning to "${appRole}";
