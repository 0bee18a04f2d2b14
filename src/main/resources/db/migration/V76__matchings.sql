-- What records are matched by beside the register of programmes, from a number on: the matching file, and what the files of feeds
-- say of each, by its code. The number is that in the head of the ledger.
create table matching_decision (
    number     bigint      primary key,
    decided_at timestamptz not null default now(),
    decided_by text        not null,
    reason     text        not null,
    code       text        not null,
    digest     text        not null,
    body       text        not null,
    feeds      jsonb       not null
);

-- The same, as somebody means it.
create table matching_proposed (
    recomputation_id integer primary key references recomputation,
    code             text    not null,
    digest           text    not null,
    body             text    not null,
    feeds            jsonb   not null
);

-- It is told of and applied like other rules and another register are: `matching` is the number of a decision about either of the
-- two last.
alter table recomputation drop constraint recomputation_kind_check;
alter table recomputation add constraint recomputation_kind_check check (kind in ('RULES', 'REGISTER', 'MATCHING'));
alter table recomputation drop constraint recomputation_matching_fkey;

-- Contents of records that matching puts elsewhere; states, holds and rules as in `completion`.
create table recomputation_record (
    recomputation_id integer  not null references recomputation,
    record_key       uuid     not null,
    version_no       integer  not null,
    teacher_id       integer  not null references teacher,
    state_before     smallint not null,
    hold_before      smallint not null,
    peer_before      uuid,
    rule_before      smallint not null,
    state_after      smallint not null,
    hold_after       smallint not null,
    peer_after       uuid,
    rule_after       smallint not null,
    primary key (recomputation_id, record_key, version_no)
);

grant select, insert on matching_decision, matching_proposed, recomputation_record to "${appRole}";
