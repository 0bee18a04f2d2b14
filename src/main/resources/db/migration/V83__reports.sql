-- Reports that somebody asked for. terms: what narrows it, a JSON object of texts. line: digest of all that tells one order from
-- another. attempt: the how many-th time it was begun; lease_until: till when its process is taken to be at it. rows: written so far.
-- as_of: the moment of the figures. failure: what stopped it. The line stays when the file has gone (EXPIRED), with its digest.
create table report_job (
    id            integer     generated always as identity primary key,
    name          text        not null,
    division      text        not null collate "C",
    school_year   smallint    not null,
    terms         text        not null,
    format        text        not null,
    language      text        not null,
    names_persons boolean     not null,
    line          bytea       not null,
    asked_by      text        not null,
    asked_at      timestamptz not null default now(),
    state         text        not null default 'WAITING'
        check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED')),
    attempt       smallint    not null default 0,
    lease_until   timestamptz,
    as_of         timestamptz,
    begun_at      timestamptz,
    finished_at   timestamptz,
    rows          bigint      not null default 0,
    bytes         bigint,
    sha256        bytea       check (length(sha256) = 32),
    failure       text,
    check ((finished_at is null) = (state in ('WAITING', 'RUNNING'))),
    check ((lease_until is null) = (state <> 'RUNNING')),
    check ((sha256 is null) = (state not in ('DONE', 'EXPIRED')) and (bytes is null) = (sha256 is null))
);
create index report_job_open on report_job (id) where finished_at is null;
-- Who orders what is open already is given that job.
create unique index report_job_once on report_job (line) where finished_at is null;
create index report_job_asker on report_job (asked_by, id);
create index report_job_kept on report_job (finished_at) where state = 'DONE';

-- A file in pieces, so that none is whole in a memory. What is packed already is not packed again.
create table report_file (
    job_id integer not null references report_job,
    no     integer not null,
    piece  bytea   not null,
    primary key (job_id, no)
);
alter table report_file alter column piece set storage external;

grant select, insert on report_job to "${appRole}";
grant update (state, attempt, lease_until, as_of, begun_at, finished_at, rows, bytes, sha256, failure) on report_job to "${appRole}";
grant select, insert, delete on report_file to "${appRole}";
