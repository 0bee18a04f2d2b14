-- Who read which personal file, and who did what, with which outcome. The application's role adds and reads; it can neither
-- change nor remove a line. What an act came to is a line of its own, so that none is ever written over.
create table audit_entry (
    id          bigint      generated always as identity primary key,
    request     uuid        not null,
    at          timestamptz not null,
    key_id      text,
    person      text,
    role        text,
    operation   text        not null,
    teacher_id  integer,
    target      text,
    status      integer,
    address     text,
    times       integer     not null default 1 check (times > 0)
);
create index audit_entry_teacher on audit_entry (teacher_id, id) where teacher_id is not null;
create index audit_entry_key on audit_entry (key_id, id) where key_id is not null;
create index audit_entry_at on audit_entry (at);

create table audit_outcome (
    request uuid        primary key,
    at      timestamptz not null,
    status  integer     not null,
    target  text
);

grant select, insert on audit_entry, audit_outcome to "${appRole}";
revoke update, delete, truncate on audit_entry, audit_outcome from "${appRole}";
