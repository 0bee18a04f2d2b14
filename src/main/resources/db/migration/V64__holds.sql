-- What registrars decided about held records: never changed, the last row of a record counts. decision: HoldDecision. hold, peer,
-- match_rule: what it was an answer to. version_no: the content of the record that it was decided by.
create table hold_decision (
    id         bigint generated always as identity primary key,
    record_key uuid        not null,
    version_no integer     not null,
    hold       smallint    not null,
    peer       uuid,
    match_rule smallint    not null default 0,
    decision   smallint    not null check (decision between 1 and 4),
    reason     text        not null,
    decided_at timestamptz not null default now(),
    decided_by text        not null
);
create index hold_decision_record on hold_decision (record_key, id);
grant select, insert on hold_decision to "${appRole}";

-- What is held, in the order in which it came.
create index completion_held on completion (delivery_id, record_key) where state = 6;
