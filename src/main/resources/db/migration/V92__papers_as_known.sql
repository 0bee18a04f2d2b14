-- Papers about one person tell as known on a past moment too: what they read beside the tables of V86 has a history from now on.
-- What never changes, but that something of it is erased, is read from the row of now.
call known.since('year_confirmation');
call known.since('hold_decision');

call known.follow('residence');
call known.follow('exemption', '{kind,school_year,evidence,granted_at,granted_by}');
call known.follow('loan', '{school_year,line,credits,owed,policy_id,granted_at,granted_by}');
call known.follow('decided_year', '{school_year,recognised,qualified,granted_at,granted_by,figures}', '{reason}');
call known.follow('certificate', '{number,cycle,purpose,as_of,code,fingerprint,reservation,granted_at,granted_by,signed_by}');
call known.follow('signing_key', '{x,first_seen}');
call known.follow('former_identity', '{}', '{id_type,id_cipher,id_key}');
create index exemption_teacher on known.exemption (teacher_id);
create index loan_teacher on known.loan (teacher_id);
create index decided_year_teacher on known.decided_year (teacher_id);
create index former_identity_number on known.former_identity (value) where kind = 1;
create index teacher_number on known.teacher (teacher_no) where teacher_no is not null;

-- Only looked up by what refers to it, which is known or not: rows of these are added before, and never change.
do $$
declare one text;
begin
    foreach one in array '{programme,ledger_cause,adjustment_step}'::text[] loop
        execute format('create view as_known.%1$I as select * from public.%1$I', one);
    end loop;
end $$;
create view as_known.chunk as select delivery_id, chunk_no, first_position from public.chunk;
-- A line that an adjustment led to comes behind it; the state is of now, and nobody who reads the past asks for it.
create view as_known.adjustment as
    select id, record_key, version_no, credits, rules, four_eyes, evidence, broken, posted_seq from public.adjustment;

-- Of standings, which change with every posting, it is kept which are in question: few are, and all else of one follows from the
-- ledger. question_from: since when it is what it is.
alter table standing add column question_from timestamptz not null default '-infinity';
create table known.standing (
    teacher_id  integer     not null,
    cycle       smallint    not null,
    in_question smallint    not null,
    known_from  timestamptz not null,
    known_until timestamptz not null
);
create index standing_teacher on known.standing (teacher_id);
create function known.stamp_standing() returns trigger language plpgsql as $$
begin
    new.question_from := public.known_now();
    return new;
end $$;
create function known.keep_standing() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into known.standing (teacher_id, cycle, in_question, known_from, known_until)
    values (old.teacher_id, old.cycle, old.in_question, old.question_from,
        case when tg_op = 'UPDATE' then new.question_from else public.known_now() end);
    return null;
end $$;
create trigger known_begins before insert on standing for each row
    when (new.in_question > 0) execute function known.stamp_standing();
create trigger known_stamp before update of in_question on standing for each row
    when (old.in_question <> new.in_question) execute function known.stamp_standing();
create trigger known_changed after update of in_question on standing for each row
    when (old.in_question > 0 and old.in_question <> new.in_question) execute function known.keep_standing();
create trigger known_gone after delete on standing for each row
    when (old.in_question > 0) execute function known.keep_standing();
create view as_known.standing as
    select teacher_id, cycle, in_question from public.standing
    where in_question > 0 and question_from <= (select as_known.moment())
    union all
    select teacher_id, cycle, in_question from known.standing
    where known_from <= (select as_known.moment()) and known_until > (select as_known.moment());

-- The view of a table with a history anew, after known.follow: the rows of now and those of before as one, and the moment asked of
-- both at once. With a condition in either part neither could be looked up by a key of another table, and whoever joined read the
-- whole of it each time. Columns that are read from the row of now are joined, and nothing is where no report asks for them.
create procedure known.show(tab text) language plpgsql as $$
declare
    base regclass := format('public.%I', tab);
    past regclass := format('known.%I', tab);
    told regclass := format('as_known.%I', tab);
    keys text;
    kept text;
    shown text;
begin
    select string_agg(format('n.%1$I = v.%1$I', a.attname), ' and ') into keys from pg_index i
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = base and i.indisprimary;
    select string_agg(format('%I', a.attname), ', ' order by a.attnum) filter (where k.attname is not null),
        string_agg(format('%s.%I', case when k.attname is null then 'n' else 'v' end, a.attname), ', ' order by a.attnum)
        into kept, shown from pg_attribute a
        left join pg_attribute k on k.attrelid = past and k.attname = a.attname and not k.attisdropped
        where a.attrelid = told and a.attnum > 0 and not a.attisdropped;
    execute format($v$
        create or replace view as_known.%1$I as
        select %2$s from (
            select %3$s, known_from, 'infinity'::timestamptz as known_until from public.%1$I
            union all
            select %3$s, known_from, known_until from known.%1$I) v
        left join public.%1$I n on %4$s
        where v.known_from <= (select as_known.moment()) and v.known_until > (select as_known.moment())$v$,
        tab, shown, kept, keys);
end $$;
do $$
declare one name;
begin
    for one in select c.relname from pg_class c join pg_class v on v.relname = c.relname and v.relnamespace = 'as_known'::regnamespace
        where c.relnamespace = 'known'::regnamespace and c.relkind = 'r' and c.relname not in ('ledger_head', 'standing') loop
        call known.show(one::text);
    end loop;
end $$;

-- What papers tell is known from now on.
alter table known.beginning add column papers timestamptz not null default clock_timestamp();

-- History that is older than it is kept goes, in steps that hold nobody up. Rows of one table come in the order of their ends, so
-- that a small index finds those that have ended.
do $$
declare one regclass;
begin
    for one in select attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'known'::regnamespace and c.relkind = 'r' and a.attname = 'known_until' loop
        execute format('create index on %s using brin (known_until) with (pages_per_range = 32, autosummarize = on)', one);
    end loop;
end $$;

-- Whoever asks of a moment before known.beginning is refused; its rows go a day later, when nobody reads there any more. Never
-- less is kept than 90 days, and than a sign-off that is under way rests on. Answers how many rows went: none, nothing is left to
-- do, or another session is at it.
create function known.prune(kept interval, most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    first timestamptz := clock_timestamp() - greatest(kept, interval '90 days');
    signing timestamptz;
    one regclass;
    went integer;
    gone integer := 0;
begin
    if not pg_try_advisory_xact_lock(hashtext('known.prune')) then return 0; end if;
    select min((convert_from(manifest, 'UTF8')::jsonb ->> 'asOf')::timestamptz) into signing
        from public.sign_off where state in (1, 2);
    first := least(first, signing);
    update known.beginning set at = first where at < first;
    select least(at, first) - interval '1 day' into first from known.beginning;
    for one in select attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'known'::regnamespace and c.relkind = 'r' and a.attname = 'known_until'
        order by c.relname loop
        execute format('delete from %1$s where ctid = any(array(select ctid from %1$s where known_until <= $1 limit $2))', one)
            using first, most - gone;
        get diagnostics went = row_count;
        gone := gone + went;
        exit when gone >= most;
    end loop;
    return gone;
end $$;
revoke all on function known.prune(interval, integer) from public;
grant execute on function known.prune(interval, integer) to "${appRole}";

grant select on all tables in schema as_known to "${appRole}";
grant select on known.beginning to "${appRole}";
