-- Where every teacher on the roster stands in the cycle that runs and in the one before it, as lists and reports say it: one row a
-- teacher and cycle, with records or without. Follows what it is made of within seconds. verdict: TeacherVerdict. Amounts in
-- hundredths. floors: what of each floor is missing, as `key:hundredths key:hundredths`. year_*: of the cycle's school years in order.
create table teacher_verdict (
    teacher_id      integer    not null,
    cycle           smallint   not null,
    division        text       not null,
    school          text       not null,
    state           text       not null,
    verdict         smallint   not null,
    recognised      integer    not null,
    required        integer    not null,
    missing         integer    not null,
    borrowed        integer    not null,
    floors          text       not null,
    year_verdict    smallint[] not null,
    year_recognised integer[]  not null,
    year_required   integer[]  not null,
    year_missing    integer[]  not null,
    year_borrowed   integer[]  not null,
    year_floors     text[]     not null,
    primary key (teacher_id, cycle)
) with (fillfactor = 85);
create index teacher_verdict_division on teacher_verdict (cycle, division);
create index teacher_verdict_school on teacher_verdict (cycle, school, teacher_id);
create index teacher_verdict_missing on teacher_verdict (cycle, missing, teacher_id);
create index teacher_by_name on teacher (name, id);
create index teacher_by_number on teacher ((coalesce(teacher_no, '')), id);

-- How many there are of each; changes with the rows. period: a school year, or 0 for the cycle.
create table verdict_count (
    cycle    smallint not null,
    period   smallint not null,
    division text     not null,
    state    text     not null,
    verdict  smallint not null,
    teachers integer  not null,
    primary key (cycle, period, division, state, verdict)
) with (fillfactor = 70);

-- Teachers whose rows may be others by now, beside those of new lines of the ledger; whoever looks at them takes the row away.
create table verdict_touched (
    id       bigint      generated always as identity primary key,
    teachers integer[]   not null,
    noted_at timestamptz not null default now()
);

-- seq: up to which line of the ledger teachers were looked at. round: what the last look at everybody was made by; round_after:
-- the teacher up to whom it has come, null once it is through. swept: the day up to which days of the roster were looked at.
create table verdict_progress (
    single      boolean     primary key default true check (single),
    seq         bigint      not null default 0,
    round       text        not null default '',
    round_after integer     default 0,
    round_at    timestamptz not null default now(),
    swept       date
);
insert into verdict_progress (seq) select last_seq from ledger_head;

-- Whoever writes what a row is made of cannot forget to say so: not the hub, and not the tables' owner who erases.
create function note_new_teachers() returns trigger language plpgsql as $$
begin
    insert into verdict_touched (teachers) select array_agg(id) from came having count(*) > 0;
    return null;
end $$;
create function note_changed_teachers() returns trigger language plpgsql as $$
begin
    insert into verdict_touched (teachers)
        select array_agg(n.id) from came n join went o on o.id = n.id
        where (n.answering_division, n.school_code, n.home_school_code, n.status, n.confirmed_on, n.transferred_on, n.left_on,
                n.merged_into, n.erased_at, n.moved)
            is distinct from (o.answering_division, o.school_code, o.home_school_code, o.status, o.confirmed_on, o.transferred_on,
                o.left_on, o.merged_into, o.erased_at, o.moved)
        having count(*) > 0;
    return null;
end $$;
create function note_teachers() returns trigger language plpgsql as $$
begin
    insert into verdict_touched (teachers) select array_agg(distinct teacher_id) from came having count(*) > 0;
    return null;
end $$;
create trigger note_new after insert on teacher referencing new table as came
    for each statement execute function note_new_teachers();
create trigger note_gone after delete on teacher referencing old table as came
    for each statement execute function note_new_teachers();
create trigger note_changed after update on teacher referencing new table as came old table as went
    for each statement execute function note_changed_teachers();
do $$
declare one text;
begin
    foreach one in array '{exemption,loan,decided_year,year_confirmation,residence}'::text[] loop
        execute format('create trigger note_new after insert on %I referencing new table as came '
            'for each statement execute function note_teachers()', one);
        execute format('create trigger note_changed after update on %I referencing new table as came '
            'for each statement execute function note_teachers()', one);
    end loop;
end $$;

grant select, insert, update, delete on teacher_verdict, verdict_count to "${appRole}";
grant select, insert, delete on verdict_touched to "${appRole}";
grant select on verdict_progress to "${appRole}";
grant update on verdict_progress to "${appRole}";
