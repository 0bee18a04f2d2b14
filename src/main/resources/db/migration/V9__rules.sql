-- What a province is judged by, decision by decision: the policy versions together. The head of the ledger names the
-- decision in force; a block says under which one it was posted. Decisions are added, never changed.
create table rulebook (
    id         smallint    primary key,
    main_id    smallint    not null references policy,
    decided_at timestamptz not null default now(),
    decided_by text        not null,
    reason     text        not null
);
create table rulebook_policy (
    rulebook_id smallint not null references rulebook,
    policy_id   smallint not null references policy,
    primary key (rulebook_id, policy_id)
);
alter table ledger_head add column rulebook smallint not null default 0;
alter table ledger_block add column rulebook_id smallint;

-- Where a teacher was, for those who have moved: an award is judged where its teacher then was.
alter table teacher add column moved boolean not null default false;
create table residence (
    teacher_id    integer not null references teacher,
    from_day      date    not null,
    division_code text    not null,
    primary key (teacher_id, from_day)
);

grant select, insert on rulebook, rulebook_policy to "${appRole}";
grant select, insert, update on residence to "${appRole}";
