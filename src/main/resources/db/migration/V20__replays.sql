-- As wide as delivery.id, like every other number of a delivery.
alter table ledger_block alter column delivery_id type bigint;

-- A replay reads the bytes of a delivery once more. It is a delivery of its own that keeps no bytes: its chunks name the
-- positions that it takes, and the original's chunks of the same numbers hold the bytes.
-- replayed: how many of its rejected records replays have taken since. judged_*: what its rejected records were last judged
-- by, at landing or when a replay was asked for.
alter table delivery
    add column replay_of bigint references delivery,
    add column asked_by text,
    add column asked_reason text,
    add column replayed bigint not null default 0,
    add column judged_digest text,
    add column judged_rules integer,
    add column judged_roster bigint,
    add column judged_at timestamptz,
    add check ((replay_of is null) = (asked_by is null)),
    add check (replayed between 0 and rejected);
update delivery d set judged_rules = h.rulebook, judged_roster = h.roster_version from ledger_head h;
alter table delivery drop constraint delivery_feed_id_sha256_key;
create unique index delivery_content on delivery (feed_id, sha256) where replay_of is null;
create index delivery_replay on delivery (replay_of) where replay_of is not null;
-- One replay of a delivery at a time.
create unique index delivery_replay_open on delivery (replay_of) where replay_of is not null and finished_at is null;

-- Of a replay: the positions that it takes, and which of them hold a record that waits for its teacher.
alter table chunk add column positions bigint[], add column waiting bigint[];

-- Every record that was rejected, by its place. codes: what is wrong with it, as last judged, separated by commas.
-- due: the day from which a date in the future no longer is one. replayed_by: the replay that took it.
create table rejection (
    delivery_id bigint not null,
    position    bigint not null,
    codes       text   not null,
    due         date,
    replayed_by bigint,
    primary key (delivery_id, position)
);
create index rejection_open on rejection (delivery_id) where replayed_by is null;
insert into rejection (delivery_id, position, codes, due)
select delivery_id, position, string_agg(distinct code, ','),
    max(case when code = 'HUB-1007' and field = '/completedOn' and value ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$'
        then value::date end)
from finding where code like 'HUB-1%' group by 1, 2;

grant select, insert, update on rejection to "${appRole}";
grant update (replayed, judged_digest, judged_rules, judged_roster, judged_at) on delivery to "${appRole}";
