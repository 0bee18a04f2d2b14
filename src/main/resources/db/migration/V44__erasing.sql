-- Persons who were erased: what was asked, by whom and on which ground, and how far it has come. The application asks; only the
-- owner of the tables carries it out. erased_at: when the rows were; gone_through: up to which delivery the payloads are.
create table erasure (
    teacher_id   integer     primary key references teacher,
    reason       text        not null,
    basis        text        not null,
    asked_at     timestamptz not null default now(),
    asked_by     text        not null,
    erased_at    timestamptz,
    gone_through bigint      not null default 0,
    finished_at  timestamptz
);
-- Keyed hashes of their numbers and documents, so that nothing that comes later brings them back.
create table erased_identity (
    hash       uuid    primary key,
    teacher_id integer not null
);
grant select, insert on erasure to "${appRole}";
grant select on erased_identity to "${appRole}";

-- Of an erased teacher a number of the registry's own is left, with the credits.
alter table teacher add column erased_at timestamptz;
alter table teacher drop constraint teacher_check;
alter table teacher add constraint teacher_check
    check (teacher_no is not null or id_hash is not null or merged_into is not null or erased_at is not null);

-- The positions of records that were taken out of the bytes.
alter table chunk add column erased bigint[];
