-- Runs of reconciliation. division: the prefix of the divisions looked at, empty: all; school_year: null: all.
-- compared: records that were looked at; credits in hundredths. ledger_seq, rulebook, matching: what it goes by.
create table reconciliation_run (
    id          integer     generated always as identity primary key,
    division    text        not null collate "C",
    school_year smallint,
    asked_by    text        not null,
    asked_at    timestamptz not null default now(),
    started_at  timestamptz,
    finished_at timestamptz,
    state       text        not null default 'WAITING'
        check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    steps       integer     not null default 0,
    steps_done  integer     not null default 0,
    compared    bigint      not null default 0,
    found       bigint      not null default 0,
    opened      bigint      not null default 0,
    reopened    bigint      not null default 0,
    changed     bigint      not null default 0,
    corrected   bigint      not null default 0,
    in_question bigint      not null default 0,
    rulebook    integer,
    matching    bigint,
    ledger_seq  bigint,
    version     integer     not null default 0,
    check ((finished_at is null) = (state in ('WAITING', 'RUNNING')))
);
create index reconciliation_run_open on reconciliation_run (id) where finished_at is null;
-- Who asks what is waited for already is given that run.
create unique index reconciliation_run_once on reconciliation_run (division, coalesce(school_year, 0)) where finished_at is null;

-- What a run left, by county, code, owner and state.
create table reconciliation_run_sum (
    run_id      integer  not null references reconciliation_run,
    division    text     not null,
    code        smallint not null,
    owner       smallint not null,
    state       smallint not null,
    breaks      bigint   not null,
    in_question bigint   not null,
    primary key (run_id, division, code, owner, state)
);

-- A difference that was found, classified once, and what became of it. identity: digest of aspect and subject. record: what
-- it is about; peer: the record on our side, if another. Amounts in hundredths, null: not stated. ours, theirs: of the field
-- that gives the code; fields: all that differ, as [[field, ours, theirs, code], …]. print: what was accepted holds as long as
-- it is the same. division: empty where nobody's. state: 1 open, 2 accepted, 4 corrected, 5 for information.
-- owner_given: somebody gave it to another than the code's owner. last_run: that found it, or found it changed; any later run
-- that looked at it and did not close it has seen it too.
create table recon_break (
    identity       uuid        primary key,
    aspect         smallint    not null check (aspect between 1 and 9),
    code           smallint    not null,
    state          smallint    not null check (state in (1, 2, 4, 5)),
    owner          smallint    not null check (owner between 1 and 5),
    owner_given    boolean     not null default false,
    assignee       text,
    teacher_id     integer,
    division       text        not null collate "C",
    school_code    text,
    school_year    smallint    not null,
    feed_id        smallint,
    record_key     uuid,
    record_id      text,
    peer_feed_id   smallint,
    peer_key       uuid,
    peer_id        text,
    hours_ours     bigint,
    hours_theirs   bigint,
    credits_ours   bigint,
    credits_theirs bigint,
    ours           text,
    theirs         text,
    fields         text        not null,
    cause          text,
    print          uuid        not null,
    first_run      integer     not null,
    first_seen_at  timestamptz not null,
    last_run       integer     not null,
    last_seen_at   timestamptz not null,
    opened_at      timestamptz not null,
    closed_at      timestamptz,
    closed_by      text,
    version        integer     not null default 0,
    check ((closed_at is null) = (state in (1, 5)) and (closed_by is null) = (closed_at is null))
) with (fillfactor = 80);

-- A page is read in the order of (opened_at, identity), by whatever narrows most.
create index recon_break_age on recon_break (state, opened_at, identity);
create index recon_break_code on recon_break (state, code, opened_at, identity);
create index recon_break_owner on recon_break (state, owner, opened_at, identity);
create index recon_break_division on recon_break (division, state, code);
create index recon_break_feed on recon_break (feed_id, state, opened_at, identity) where feed_id is not null;
create index recon_break_teacher on recon_break (teacher_id) where teacher_id is not null;
create index recon_break_assignee on recon_break (assignee, state, opened_at, identity) where assignee is not null;

-- What happened to a break after it was first seen: what a run changed (REOPENED, CHANGED, CORRECTED; run_id), and what people did.
create table recon_break_event (
    id         bigint      generated always as identity primary key,
    identity   uuid        not null references recon_break,
    at         timestamptz not null default now(),
    by         text        not null,
    kind       text        not null,
    run_id     integer,
    code       smallint    not null,
    state      smallint    not null,
    note       text
);
create index recon_break_event_break on recon_break_event (identity, id);

-- What a run has found so far; it goes when the run is over, and with a crash of the server.
create unlogged table recon_found (
    run_id         integer  not null,
    identity       uuid     not null,
    aspect         smallint not null,
    code           smallint not null,
    information    boolean  not null,
    owner          smallint not null,
    teacher_id     integer,
    division       text     not null collate "C",
    school_code    text,
    school_year    smallint not null,
    feed_id        smallint,
    record_key     uuid,
    record_id      text,
    peer_feed_id   smallint,
    peer_key       uuid,
    peer_id        text,
    hours_ours     bigint,
    hours_theirs   bigint,
    credits_ours   bigint,
    credits_theirs bigint,
    ours           text,
    theirs         text,
    fields         text     not null,
    cause          text,
    print          uuid     not null
);

-- Findings of records that are breaks, what was taken back, and what was rejected for a code that no table has: each few.
create index finding_break on finding (delivery_id, position) where code in ('HUB-2004', 'HUB-2167');
create index completion_withdrawn on completion (record_key) where state = 4;
create index rejection_unmapped on rejection (delivery_id) where replayed_by is null and codes like '%HUB-1008%';

grant select, insert on reconciliation_run, reconciliation_run_sum, recon_break, recon_break_event to "${appRole}";
grant select, insert, delete, truncate on recon_found to "${appRole}";
grant update (started_at, finished_at, state, steps, steps_done, compared, found, opened, reopened, changed, corrected,
    in_question, rulebook, matching, ledger_seq, version) on reconciliation_run to "${appRole}";
grant update (code, state, owner, owner_given, assignee, teacher_id, division, school_code, school_year, feed_id, record_key,
    record_id, peer_feed_id, peer_key, peer_id, hours_ours, hours_theirs, credits_ours, credits_theirs, ours, theirs, fields,
    cause, print, last_run, last_seen_at, opened_at, closed_at, closed_by, version) on recon_break to "${appRole}";
