-- Claims of schools for what their teachers did on their own, and what the county made of them. ${appRole} may add to the
-- history and to the bodies, and change or remove none.

-- state: where the claim is. version: the number of its last event, which two who decide at once compete for.
create table recognition (
    id              bigint      generated always as identity primary key,
    school_code     text        not null,
    division_code   text        not null,
    state           text        not null check (state in
                        ('SUBMITTED', 'RETURNED', 'RECOGNISED', 'REFUSED', 'REVOKED', 'WITHDRAWN')),
    revision        integer     not null default 1,
    version         integer     not null default 1,
    submitted_by    text        not null,
    idempotency_key text,
    claim_ref       text,
    digest          bytea       not null check (length(digest) = 32)
);
create unique index recognition_key on recognition (submitted_by, idempotency_key) where idempotency_key is not null;
create unique index recognition_ref on recognition (division_code, school_code, claim_ref) where claim_ref is not null;
create index recognition_school on recognition (school_code, id);
create index recognition_open on recognition (division_code, id) where state in ('SUBMITTED', 'RETURNED');

-- What the school sent: the first time, and each time that it came back.
create table recognition_body (
    recognition_id bigint  not null references recognition,
    revision       integer not null,
    body           text    not null,
    primary key (recognition_id, revision)
);

create table recognition_event (
    recognition_id bigint      not null references recognition,
    no             integer     not null,
    act            text        not null,
    state          text        not null,
    by_key         text        not null,
    at             timestamptz not null default now(),
    revision       integer     not null,
    note           text,
    decided        integer,
    primary key (recognition_id, no)
);

-- The records that a decision makes, byte for byte, until they are known to have landed and after.
create table recognition_push (
    recognition_id bigint  not null,
    no             integer not null,
    payload        bytea   not null,
    delivery_id    bigint,
    primary key (recognition_id, no),
    foreign key (recognition_id, no) references recognition_event
);
create index recognition_push_open on recognition_push (recognition_id, no) where delivery_id is null;

grant select, insert on recognition, recognition_body, recognition_event, recognition_push to "${appRole}";
grant update (state, revision, version) on recognition to "${appRole}";
grant update (delivery_id) on recognition_push to "${appRole}";
