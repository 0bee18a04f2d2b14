-- Reports that go out by themselves. owner: the id of a key. school_year: null, the one that is running. terms: as of report_job.
-- schedule: as domain.subscription writes it. target: a name of the operator's configuration. due_at: null, never (again).
create table report_subscription (
    id          integer     generated always as identity primary key,
    owner       text        not null,
    name        text        not null,
    division    text        not null collate "C",
    school_year integer,
    terms       text        not null,
    format      text        not null,
    language    text        not null,
    schedule    text        not null,
    target      text        not null,
    recipients  text[]      not null,
    state       text        not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'REMOVED')),
    paused_for  text,
    version     integer     not null default 1,
    due_at      timestamptz,
    made_at     timestamptz not null,
    check (due_at is null or state = 'ACTIVE')
);
create index report_subscription_owner on report_subscription (owner, id);
create index report_subscription_due on report_subscription (due_at) where due_at is not null;

-- Each time that one goes out. key: the same for every try. hold: moves with whoever takes it, so that who had it before writes
-- nothing any more; lease_until: till when nobody else takes it. try_at: when the next step is tried.
create table report_dispatch (
    id              integer     generated always as identity primary key,
    key             uuid        not null default gen_random_uuid(),
    subscription_id integer     not null references report_subscription,
    due_at          timestamptz not null,
    is_trial        boolean     not null,
    state           text        not null default 'WAITING'
        check (state in ('WAITING', 'MADE', 'SENT', 'DEAD', 'REFUSED')),
    job_id          integer     references report_job,
    hold            integer     not null default 0,
    lease_until     timestamptz,
    attempts        integer     not null default 0,
    first_try       timestamptz,
    try_at          timestamptz,
    file_name       text,
    failure         text,
    refused         text,
    sent_to         text,
    sent_at         timestamptz,
    bytes           bigint,
    sha256          bytea       check (length(sha256) = 32),
    answer          text,
    finished_at     timestamptz,
    check ((finished_at is null) = (state in ('WAITING', 'MADE'))),
    check ((try_at is null) = (finished_at is not null)),
    check (lease_until is null or finished_at is null),
    check ((sent_at is null) = (state <> 'SENT') and (sent_at is null) = (sha256 is null)),
    check ((refused is null) = (state <> 'REFUSED'))
);
-- What is due is ordered once, by however many processes.
create unique index report_dispatch_once on report_dispatch (subscription_id, due_at) where not is_trial;
create index report_dispatch_open on report_dispatch (try_at) where finished_at is null;
create index report_dispatch_subscription on report_dispatch (subscription_id, id);
create index report_dispatch_dead on report_dispatch (id) where state = 'DEAD';

grant select, insert on report_subscription, report_dispatch to "${appRole}";
grant update (format, language, school_year, schedule, target, recipients, state, paused_for, version, due_at)
    on report_subscription to "${appRole}";
grant update (state, job_id, hold, lease_until, attempts, first_try, try_at, file_name, failure, refused, sent_to, sent_at, bytes, sha256,
    answer, finished_at) on report_dispatch to "${appRole}";
