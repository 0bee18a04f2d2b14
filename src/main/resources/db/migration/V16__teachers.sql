-- Who a teacher is, and was. A number that was a teacher's goes on finding the teacher, and a record may still come under a
-- former name. kind: 1 number, 2 document that goes on finding its teacher, 3 name in its normal form, 4 document that was
-- wrong. value: the number, the name, or the document masked; its number is sealed as the teacher's is.
create table former_identity (
    id         bigint      generated always as identity primary key,
    teacher_id integer     not null references teacher,
    kind       smallint    not null check (kind between 1 and 4),
    hash       uuid,
    value      text        not null,
    id_type    smallint,
    id_cipher  bytea,
    ended_at   timestamptz not null default now(),
    check ((kind = 3) = (hash is null))
);
create unique index former_identity_key on former_identity (kind, hash) where kind in (1, 2);
create unique index former_identity_name on former_identity (teacher_id, value) where kind = 3;
create index former_identity_number on former_identity (value) where kind = 1;
create index former_identity_teacher on former_identity (teacher_id);
alter table teacher add column has_past boolean not null default false;

-- A waiting record finds its teacher by the hash of the number it names.
create unique index teacher_number_hash on teacher (number_hash);

-- Who a waiting record is about, beside number and document: weighed when a teacher with its number comes.
alter table waiting add column name text, add column birth_date date;

grant select, insert on former_identity to "${appRole}";

-- What registrars do about who is who: one proposes, another confirms. kind: RENUMBER, MERGE (other_id becomes teacher_id),
-- PART (records of teacher_id go to a new person). Nothing is deleted.
alter table teacher add column merged_into integer references teacher;
alter table teacher drop constraint teacher_check;
alter table teacher add constraint teacher_check
    check (teacher_no is not null or id_hash is not null or merged_into is not null);

create table person_act (
    id          uuid        primary key,
    kind        text        not null check (kind in ('RENUMBER', 'MERGE', 'PART')),
    teacher_id  integer     not null references teacher,
    other_id    integer     references teacher,
    new_number  text,
    name        text,
    birth_date  date,
    reason      text        not null,
    state       text        not null default 'OPEN' check (state in ('OPEN', 'CONFIRMED', 'REFUSED')),
    proposed_at timestamptz not null default now(),
    proposed_by text        not null,
    decided_at  timestamptz,
    decided_by  text,
    check ((decided_at is null) = (state = 'OPEN') and (decided_by is null) = (state = 'OPEN')),
    check (decided_by <> proposed_by),
    check ((kind = 'MERGE') = (other_id is not null and new_number is null) or kind = 'PART')
);
create index person_act_teacher on person_act (teacher_id);
create index person_act_open on person_act (proposed_at) where state = 'OPEN';
create table person_act_record (
    act_id    uuid not null references person_act,
    feed      text not null,
    record_id text not null,
    primary key (act_id, feed, record_id)
);

-- Roster rows that were refused since they disagree about who a teacher is. teachers: whom they may be about.
create table roster_doubt (
    key           uuid        primary key,
    code          text        not null,
    teacher_no    text,
    id_masked     text,
    name          text        not null,
    birth_date    date,
    division_code text,
    teachers      integer[]   not null,
    first_seen    timestamptz not null default now(),
    last_seen     timestamptz not null default now(),
    ended_at      timestamptz
);
create index roster_doubt_open on roster_doubt (first_seen) where ended_at is null;
create index roster_doubt_teachers on roster_doubt using gin (teachers);

grant select, insert on person_act, person_act_record, roster_doubt to "${appRole}";
grant update (state, decided_at, decided_by) on person_act to "${appRole}";
grant update (code, teachers, last_seen, ended_at) on roster_doubt to "${appRole}";
grant update (teacher_id) on former_identity to "${appRole}";
grant delete on former_identity to "${appRole}";
