-- A loan follows what its school year lacks, in the ledger too.
alter table movement drop constraint movement_reason_check;
alter table movement add constraint movement_reason_check
    check (reason in ('LENT', 'RETURNED', 'ADJUSTED', 'RESERVED', 'USED', 'RELEASED'));

-- What is in force of the loans for the cycle's years, and what is owed for them, in hundredths: the ledger's movements sum
-- to the same. in_question: how many decided years of the cycle the ledger says something else of by now. recognised: what
-- the credit bank may give out, at most what the ledger holds.
alter table standing add column borrowed bigint not null default 0;
alter table standing add column owed bigint not null default 0;
alter table standing add column in_question smallint not null default 0;

update standing s set borrowed = l.borrowed, owed = l.owed
from (
    select e.teacher_id, c.cycle, coalesce(sum(e.credits) filter (where e.kind = 3), 0) as borrowed,
        coalesce(-sum(e.credits) filter (where e.kind = 4), 0) as owed
    from ledger_entry e
    cross join lateral (select max(k.cycle) as cycle from standing k where k.teacher_id = e.teacher_id
        and k.cycle <= case e.kind when 3 then e.school_year else e.school_year - 1 end) c
    where e.kind in (3, 4) group by e.teacher_id, c.cycle) l
where l.teacher_id = s.teacher_id and l.cycle = s.cycle;

update standing set recognised = earned where recognised > earned;

create index standing_in_question on standing (teacher_id) where in_question > 0;

-- What led to the result of a school year: it stands with it. Absent for years decided before this was kept.
alter table decided_year add column figures jsonb;

-- A decision was confirmed, in spite of what the ledger held by then.
create table year_confirmation (
    id         uuid        primary key,
    teacher_id integer     not null,
    decision   uuid        not null references decided_year,
    reason     text        not null,
    held       jsonb       not null,
    granted_at timestamptz not null default now(),
    granted_by text        not null
);
create index year_confirmation_decision on year_confirmation (decision);

grant select, insert on year_confirmation to "${appRole}";
