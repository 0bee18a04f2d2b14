-- Another register of programmes is told of and applied like other rules are. matching_against: number of what records were matched
-- by when it was asked; matching: of what they are matched by since it was decided. What it is about: titles, and teachers who have
-- records of them.
alter table recomputation
    add column kind text not null default 'RULES' check (kind in ('RULES', 'REGISTER')),
    add column subject text,
    add column matching_against bigint,
    add column matching bigint references programme_decision;
create table recomputation_programme (
    recomputation_id integer not null references recomputation,
    programme_id     integer not null references programme,
    primary key (recomputation_id, programme_id)
);
create table recomputation_teacher (
    recomputation_id integer not null references recomputation,
    teacher_id       integer not null references teacher,
    primary key (recomputation_id, teacher_id)
);
-- Entries of the register as they would be.
create table programme_proposed (
    recomputation_id integer not null references recomputation,
    like programme_state including constraints,
    primary key (recomputation_id, entry_id)
);
alter table programme_proposed drop column version;

grant select, insert on recomputation_programme, recomputation_teacher, programme_proposed to "${appRole}";
grant update (matching, teachers) on recomputation to "${appRole}";
