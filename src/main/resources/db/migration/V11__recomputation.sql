-- What other rules would change, told before anybody decides, and how far putting them in force has come.
-- The figures are of the moment at which they were told; applying computes anew.
create table recomputation (
    id           integer     generated always as identity primary key,
    asked_at     timestamptz not null default now(),
    asked_by     text        not null,
    main_id      smallint    not null references policy,
    against      smallint    not null references rulebook,
    state        text        not null default 'TELLING'
        check (state in ('TELLING', 'TOLD', 'APPLYING', 'APPLIED', 'FAILED')),
    teachers     integer     not null,
    done         integer     not null default 0,
    rulebook_id  smallint    references rulebook,
    finished_at  timestamptz
);
create table recomputation_policy (
    recomputation_id integer  not null references recomputation,
    policy_id        smallint not null references policy,
    primary key (recomputation_id, policy_id)
);
-- A teacher's cycle that would come out otherwise. Amounts in hundredths.
create table recomputation_change (
    recomputation_id  integer  not null references recomputation,
    teacher_id        integer  not null,
    cycle             smallint not null,
    division_code     text     not null,
    awards            integer  not null,
    earned_before     bigint   not null,
    earned_after      bigint   not null,
    recognised_before bigint   not null,
    recognised_after  bigint   not null,
    verdict_before    text     not null,
    verdict_after     text     not null,
    primary key (recomputation_id, teacher_id, cycle)
);
-- Records for which the other rules have no answer, by what they are: while there are any, the rules cannot be applied.
create table recomputation_unjudged (
    recomputation_id integer  not null references recomputation,
    teacher_id       integer  not null,
    policy_id        smallint not null,
    level            smallint not null,
    form             smallint not null,
    category         text     not null,
    records          integer  not null,
    primary key (recomputation_id, teacher_id, policy_id, level, form, category)
);

grant select, insert on recomputation, recomputation_policy, recomputation_change, recomputation_unjudged to "${appRole}";
grant update (state, done, rulebook_id, finished_at) on recomputation to "${appRole}";
