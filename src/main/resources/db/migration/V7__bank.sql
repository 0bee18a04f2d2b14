-- What the registry grants, lends, decides and reserves. Nothing is ever deleted: what is taken back gets its end, so
-- that any past day can be told as it was known then.

-- Whether any row below names the teacher. Few teachers have one, and only theirs are looked up while posting.
alter table teacher add column has_grants boolean not null default false;

-- Counts what was granted and taken back. Accounts that a process remembers are true for one number only.
alter table ledger_head add column facts_version bigint not null default 0;

create table exemption (
    id          uuid        primary key,
    teacher_id  integer     not null,
    kind        text        not null,
    school_year smallint    not null,
    evidence    text        not null,
    granted_at  timestamptz not null default now(),
    granted_by  text        not null,
    ended_at    timestamptz,
    ended_by    text,
    check ((ended_at is null) = (ended_by is null))
);
create index exemption_teacher on exemption (teacher_id);
create unique index exemption_once on exemption (teacher_id, school_year, kind) where ended_at is null;

-- Amounts in hundredths: lent for the year, and owed by the next one. line: the yearly floor, where loans are per form.
create table loan (
    id          uuid        primary key,
    teacher_id  integer     not null,
    school_year smallint    not null,
    line        text,
    credits     integer     not null check (credits > 0),
    owed        integer     not null check (owed >= 0),
    policy_id   smallint    not null,
    granted_at  timestamptz not null default now(),
    granted_by  text        not null,
    ended_at    timestamptz,
    ended_by    text,
    check ((ended_at is null) = (ended_by is null))
);
create index loan_teacher on loan (teacher_id);
create unique index loan_once on loan (teacher_id, school_year, coalesce(line, '')) where ended_at is null;

-- School years whose result was decided; ended: reopened, for a reason.
create table decided_year (
    id          uuid        primary key,
    teacher_id  integer     not null,
    school_year smallint    not null,
    recognised  integer     not null,
    qualified   boolean     not null,
    granted_at  timestamptz not null default now(),
    granted_by  text        not null,
    ended_at    timestamptz,
    ended_by    text,
    reason      text,
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (reason is null))
);
create index decided_year_teacher on decided_year (teacher_id);
create unique index decided_year_once on decided_year (teacher_id, school_year) where ended_at is null;

grant select, insert on exemption, loan, decided_year to "${appRole}";
grant update (ended_at, ended_by) on exemption, loan, decided_year to "${appRole}";
grant update (reason) on decided_year to "${appRole}";
