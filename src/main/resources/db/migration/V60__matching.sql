-- Which records are one training is decided by matching. A programme is a title now, as a source writes it: name, code, session
-- (期次) and organiser; `normal` is the name's normal form, `name` as it was first written.
alter table programme add column code text;
alter table programme add column session text;
alter table programme add column organiser text;
alter table programme drop constraint programme_normal_key;
create unique index programme_title
    on programme (normal, coalesce(code, ''), coalesce(session, ''), coalesce(organiser, ''));

-- What all titles share that may name the same training: no two records of different families are ever compared.
create table programme_family (
    id   integer generated always as identity primary key,
    core text    not null unique
);
insert into programme_family (core) select normal from programme order by id;
grant select, insert on programme_family to "${appRole}";

-- Where matching put a content. state: 1 in force, 2 aside, 3 superseded, 4 withdrawn, 5 waiting, 6 held, 7 refused.
-- hold: HoldReason. peer: the record that counts in its place, or that it was held for. match_rule: MatchRule, by which the two
-- belong together. ruling: what a registrar decided of this content. role: Role. 0 is none.
alter table completion
    add column family integer,
    add column started_on date,
    add column role smallint not null default 1,
    add column hold smallint not null default 0,
    add column peer uuid,
    add column match_rule smallint not null default 0,
    add column ruling smallint not null default 0;
alter table completion drop constraint completion_state_check;
alter table completion add constraint completion_state_check check (state between 1 and 7);
update completion c set family = f.id
    from programme p join programme_family f on f.core = p.normal where p.id = c.programme_id;
update completion a set peer = w.record_key, match_rule = 54
    from completion w
    where a.state = 2 and w.state = 1 and w.teacher_id = a.teacher_id
        and w.programme_id = a.programme_id and w.completed_on = a.completed_on and w.level = a.level;

drop index completion_in_force;
drop index completion_aside;
create index completion_family on completion (teacher_id, family) where state in (1, 2, 6, 7);
-- No credit twice: one content of a record is in force, and the database itself insists.
create unique index completion_in_force on completion (record_key) where state = 1;
create index completion_peer on completion (peer) where peer is not null;
-- What may collide in time, and what stands back for a record of another family: few rows of a teacher.
create index completion_place on completion (teacher_id, started_on, completed_on, record_key)
    where state = 1 and form = 1 and started_on is not null;
create index completion_apart on completion (teacher_id) where match_rule in (51, 57, 58);

-- What registrars decided about pairs of records, whatever their contents: 1 the same training, 2 different ones, 0 neither any
-- more. The last row of a pair counts.
create table pair_decision (
    id         bigint generated always as identity primary key,
    first      uuid        not null,
    second     uuid        not null,
    verdict    smallint    not null check (verdict between 0 and 2),
    reason     text        not null,
    decided_at timestamptz not null default now(),
    decided_by text        not null,
    check (first < second)
);
create index pair_decision_first on pair_decision (first, second, id);
create index pair_decision_second on pair_decision (second);
grant select, insert on pair_decision to "${appRole}";

-- What records are matched by: counts every change of the register, the matching file and what feeds may report.
alter table ledger_head add column matching bigint not null default 0;

-- The line of the ledger up to which teachers were looked at for what cannot be true together.
create table match_progress (
    single boolean primary key default true check (single),
    seq    bigint  not null default 0
);
insert into match_progress default values;
grant select on match_progress to "${appRole}";
grant update (seq) on match_progress to "${appRole}";

alter table reconciliation_cell
    add column held bigint not null default 0,
    add column held_hours bigint not null default 0,
    add column refused bigint not null default 0,
    add column refused_hours bigint not null default 0;
