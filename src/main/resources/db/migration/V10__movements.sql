-- Movements of the credit bank stand in the ledger beside the awards, in the same chain: record_key is the movement's id,
-- version_no the number of the line, and the lines of one movement sum to zero.
-- kind: 1 award, 2 reversal; 3 borrowed, 4 owed, 5 charge; 6 available, 7 reserved, 8 used.
-- What is there has only the kinds 1 and 2: nothing needs to be read again.
alter table ledger_entry drop constraint ledger_entry_kind_check;
alter table ledger_entry add constraint ledger_entry_kind_check check (kind between 1 and 8) not valid;
create index ledger_entry_movement on ledger_entry (record_key) where kind > 2;

-- Why credits moved: subject is the loan or reservation.
create table movement (
    id         uuid        primary key,
    teacher_id integer     not null,
    subject    uuid        not null,
    reason     text        not null check (reason in ('LENT', 'RETURNED', 'RESERVED', 'USED', 'RELEASED')),
    made_at    timestamptz not null default now(),
    made_by    text        not null
);
create index movement_subject on movement (subject);

-- Credits reserved for a use; ended: used or released. Amounts in hundredths, as everywhere.
create table reservation (
    id         uuid        primary key,
    teacher_id integer     not null,
    cycle      smallint    not null,
    credits    integer     not null check (credits > 0),
    purpose    text        not null check (purpose in ('TITLE', 'APPOINTMENT', 'REGISTRATION', 'AWARD', 'OTHER')),
    note       text,
    state      text        not null default 'RESERVED' check (state in ('RESERVED', 'USED', 'RELEASED')),
    granted_at timestamptz not null default now(),
    granted_by text        not null,
    ended_at   timestamptz,
    ended_by   text,
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (state = 'RESERVED'))
);
create index reservation_teacher on reservation (teacher_id);

grant select, insert on movement, reservation to "${appRole}";
grant update (state, ended_at, ended_by) on reservation to "${appRole}";

-- Every key that ever signed certificates here, so that old ones can still be checked. Nothing in it is secret.
create table signing_key (
    id         text        primary key,
    x          text        not null,
    first_seen timestamptz not null default now()
);

-- Certificates with their verification codes; ended: revoked, for a reason.
create table certificate (
    id          uuid        primary key,
    teacher_id  integer     not null,
    number      text        not null unique,
    cycle       smallint    not null,
    purpose     text        not null,
    as_of       date        not null,
    code        text        not null,
    fingerprint text        not null,
    reservation uuid        references reservation,
    granted_at  timestamptz not null default now(),
    granted_by  text        not null,
    ended_at    timestamptz,
    ended_by    text,
    reason      text,
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (reason is null))
);
create index certificate_teacher on certificate (teacher_id);

grant select, insert on signing_key, certificate to "${appRole}";
grant update (ended_at, ended_by, reason) on certificate to "${appRole}";
