-- The registry. Amounts and hours are integers in hundredths; dates are dates; keys are short.
-- ${appRole} may read all, and may write only what the grants at the end name: it can neither
-- change a raw payload nor touch a ledger entry once it is written.

create table feed (
    id              smallint generated always as identity primary key,
    code            text        not null unique,
    paused          boolean     not null default false,
    cursor_position text,
    repull_from     timestamptz,
    lease_owner     text,
    lease_until     timestamptz,
    fence           bigint      not null default 0,
    failures        integer     not null default 0,
    retry_at        timestamptz,
    last_error      text,
    last_landed_at  timestamptz,
    version         integer     not null default 0
);

-- A delivery's four outcomes always sum to what it received of it so far; hours likewise.
create table delivery (
    id               bigint generated always as identity primary key,
    feed_id          smallint    not null references feed,
    reference        text        not null,
    sha256           bytea       not null check (length(sha256) = 32),
    bytes            bigint      not null,
    charset          text        not null,
    head             bytea       not null,
    mapping_digest   text        not null,
    declared_records bigint,
    declared_persons bigint,
    declared_hours   bigint,
    stated_at        timestamptz,
    landed_at        timestamptz not null default now(),
    chunks           integer     not null default 0,
    received         bigint      not null default 0,
    chunks_done      integer     not null default 0,
    accepted         bigint      not null default 0,
    rejected         bigint      not null default 0,
    duplicate        bigint      not null default 0,
    waiting          bigint      not null default 0,
    accepted_hours   bigint      not null default 0,
    duplicate_hours  bigint      not null default 0,
    waiting_hours    bigint      not null default 0,
    persons          bigint,
    finished_at      timestamptz,
    unique (feed_id, sha256),
    check (accepted >= 0 and rejected >= 0 and duplicate >= 0 and waiting >= 0),
    check (accepted + rejected + duplicate + waiting <= received)
);

create table idempotency_key (
    feed_id     smallint    not null references feed,
    key         text        not null,
    sha256      bytea       not null,
    delivery_id bigint      not null references delivery,
    primary key (feed_id, key)
);

-- The proof: bytes as they came, deflated. Never changed; a record is found by delivery and position.
create table chunk (
    delivery_id    bigint   not null references delivery,
    chunk_no       integer  not null,
    first_position bigint   not null,
    records        integer  not null,
    payload        bytea    not null,
    done           boolean  not null default false,
    persons        bytea,
    primary key (delivery_id, chunk_no)
);
alter table chunk alter payload set storage external;
create index chunk_open on chunk (records) where not done;

create table teacher (
    id              integer generated always as identity primary key,
    teacher_no      text unique,
    number_hash     uuid,
    id_type         smallint,
    id_hash         uuid,
    id_cipher       bytea,
    id_masked       text,
    name            text     not null,
    birth_date      date,
    school_code     text,
    school_name     text,
    home_school_code text,
    division_code   text     not null,
    status          text     not null,
    confirmed_on    date,
    transferred_on  date,
    version         integer  not null default 0,
    unique (id_hash),
    check (teacher_no is not null or id_hash is not null)
);

create table policy (
    id     smallint generated always as identity primary key,
    code   text not null,
    digest text not null,
    body   text not null,
    unique (code, digest)
);

-- Programme names by their normal form: "the same training" needs an equal id here.
create table programme (
    id     integer generated always as identity primary key,
    normal text not null unique,
    name   text not null
);

-- One row for each distinct content that a record ever had.
-- state: 1 in force, 2 set aside (another system's copy counts), 3 superseded, 4 withdrawn, 5 waiting
create table completion (
    record_key    uuid     not null,
    version_no    smallint not null,
    feed_id       smallint not null,
    state         smallint not null check (state between 1 and 5),
    version_rank  smallint not null,
    version_value bigint   not null,
    content       uuid     not null,
    delivery_id   integer  not null,
    position      integer  not null,
    teacher_id    integer,
    programme_id  integer,
    completed_on  date,
    hours         integer  not null,
    credits       integer  not null,
    experience    integer  not null,
    quality       integer  not null,
    school_year   smallint not null,
    policy_id     smallint not null,
    rule          smallint not null,
    level         smallint not null,
    form          smallint not null,
    grade         smallint not null,
    evidence      smallint not null,
    source_credits integer,
    record_id     text     not null,
    themes        text,
    detail        text,
    primary key (record_key, version_no)
) with (fillfactor = 95);

-- No credit twice: one copy of a training is in force, and the database itself insists.
create unique index completion_in_force on completion (teacher_id, programme_id, completed_on, level)
    where state = 1;
create index completion_aside on completion (teacher_id, programme_id) where state = 2;
create index completion_delivery on completion using brin (delivery_id);

create table waiting (
    record_key      uuid     not null,
    version_no      smallint not null,
    teacher_no_hash uuid,
    id_hash         uuid,
    primary key (record_key, version_no)
);
create index waiting_teacher_no on waiting (teacher_no_hash);
create index waiting_id on waiting (id_hash);

-- The one pen: whoever posts holds this row. Also the head of the chain.
create table ledger_head (
    single         boolean primary key default true check (single),
    last_seq       bigint  not null default 0,
    last_block     integer not null default 0,
    last_hash      bytea   not null default decode(repeat('00', 32), 'hex'),
    roster_version bigint  not null default 0
);
insert into ledger_head default values;

create table ledger_block (
    no        integer primary key,
    first_seq bigint  not null,
    entries   integer not null,
    credits   bigint  not null,
    previous  bytea   not null,
    hash      bytea   not null,
    posted_at timestamptz not null default now()
);

-- kind: 1 award, 2 reversal. Practice is credits - experience - quality.
create table ledger_entry (
    seq         bigint   primary key,
    block_no    integer  not null,
    teacher_id  integer  not null,
    record_key  uuid     not null,
    version_no  smallint not null,
    kind        smallint not null check (kind in (1, 2)),
    school_year smallint not null,
    policy_id   smallint not null,
    rule        smallint not null,
    credits     integer  not null,
    experience  integer  not null,
    quality     integer  not null
);
create index ledger_entry_teacher on ledger_entry (teacher_id);

-- Where a teacher is in a cycle. tally: hundredths, requirement line × school year of the cycle.
-- counts: records in force, feed × school year of the cycle. Both as numbers of variable length.
create table standing (
    teacher_id integer  not null,
    cycle      smallint not null,
    policy_id  smallint not null,
    entries    integer  not null,
    earned     bigint   not null,
    recognised bigint   not null,
    missing    bigint   not null,
    qualified  boolean  not null,
    tally      bytea    not null,
    counts     bytea    not null,
    primary key (teacher_id, cycle)
) with (fillfactor = 75);

-- Records in force and set aside, by feed, county and school year; kept current with every posting.
create table reconciliation_cell (
    feed_id       smallint not null,
    division_code text     not null,
    school_year   smallint not null,
    posted        bigint   not null default 0,
    posted_hours  bigint   not null default 0,
    posted_credits bigint  not null default 0,
    aside         bigint   not null default 0,
    aside_hours   bigint   not null default 0,
    primary key (feed_id, division_code, school_year)
) with (fillfactor = 70);

create table finding (
    id          bigint generated always as identity primary key,
    delivery_id bigint  not null,
    position    bigint  not null,
    record_id   text,
    code        text    not null,
    field       text    not null,
    value       text
);
create index finding_delivery on finding (delivery_id, position);

create table api_key (
    id          text        primary key,
    secret_hash bytea       not null check (length(secret_hash) = 32),
    label       text        not null,
    role        text        not null check (role in ('FEED', 'READER', 'OPERATOR')),
    feed_code   text,
    division_code text,
    created_at  timestamptz not null default now(),
    revoked_at  timestamptz
);

do $$ begin execute format('grant usage on schema %I to %I', current_schema(), '${appRole}'); end $$;
grant select on all tables in schema public to "${appRole}";
grant insert on feed, delivery, idempotency_key, chunk, teacher, policy, programme, completion, waiting,
    ledger_block, ledger_entry, standing, reconciliation_cell, finding, api_key to "${appRole}";
grant update on feed, teacher, completion, ledger_head, standing, reconciliation_cell to "${appRole}";
grant update (chunks, received, chunks_done, accepted, rejected, duplicate, waiting, accepted_hours,
    duplicate_hours, waiting_hours, persons, finished_at) on delivery to "${appRole}";
grant update (done, persons) on chunk to "${appRole}";
grant update (revoked_at, secret_hash) on api_key to "${appRole}";
grant delete on waiting to "${appRole}";
