-- Adjustments: a person decides what one content of a record earns, instead of the rules. credits: so many, in hundredths; rules: what
-- the rules said when it was proposed. four_eyes: a second person must agree. broken: the break that it was proposed from.
-- state: 1 proposed, 2 posted, 3 refused, 4 withdrawn, 5 revoked. posted_seq: the last line of the ledger before it was posted.
-- The award of an adjusted content has, in completion and ledger_entry, a rule below zero: the complement of the rule's number.
create table adjustment (
    id         bigint   generated always as identity primary key,
    record_key uuid     not null,
    version_no integer  not null,
    credits    integer  not null check (credits >= 0),
    rules      integer  not null,
    four_eyes  boolean  not null,
    evidence   text     not null,
    broken     uuid,
    state      smallint not null default 1 check (state between 1 and 5),
    posted_seq bigint,
    check (posted_seq is null or state in (2, 5))
);
-- Of one content there is one at a time.
create unique index adjustment_open on adjustment (record_key, version_no) where state in (1, 2);
create index adjustment_posted on adjustment (record_key, version_no, posted_seq) where posted_seq is not null;
create index adjustment_state on adjustment (state, id);

-- Who took which step, and why: never changed. act: 1 propose, 2 confirm, 3 refuse, 4 withdraw, 5 revoke.
create table adjustment_step (
    id            bigint      generated always as identity primary key,
    adjustment_id bigint      not null references adjustment,
    act           smallint    not null check (act between 1 and 5),
    at            timestamptz not null default now(),
    by            text        not null,
    role          text        not null,
    reason        text        not null
);
create index adjustment_step_adjustment on adjustment_step (adjustment_id, id);

grant select, insert on adjustment, adjustment_step to "${appRole}";
grant update (state, posted_seq) on adjustment to "${appRole}";
