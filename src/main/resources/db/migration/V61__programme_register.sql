-- The register of official programmes: which one a record is of, and which titles may name the same training. What an entry is at
-- any version is kept: nothing is changed in place, and nothing deleted.
create table programme_entry (
    id     integer generated always as identity primary key,
    code   text    not null unique,
    latest bigint
);

-- Who changed the register, when and why. The number is that of what records are matched by from then on.
create table programme_decision (
    version    bigint      primary key,
    decided_at timestamptz not null default now(),
    decided_by text        not null,
    reason     text        not null
);

-- An entry from a version on. Several aliases, and several names, are lines of one text. aliases: the last file's; added, taken_away:
-- by hand. names: its name and the aliases in force, in their normal form; organiser_normal likewise. hours in hundredths. places:
-- by the code of the county. joined_to: code of the entry that it was found to be. ended_on: the last day on which it holds.
create table programme_state (
    entry_id         integer  not null references programme_entry,
    version          bigint   not null references programme_decision,
    act              text     not null,
    detail           text     not null,
    name             text     not null,
    aliases          text     not null,
    added            text     not null,
    taken_away       text     not null,
    names            text     not null,
    level            smallint,
    form             smallint,
    hours            integer,
    organiser        text,
    organiser_normal text,
    starts_on        date,
    ends_on          date,
    places           jsonb    not null,
    joined_to        text,
    ended_on         date,
    withdrawn        boolean  not null,
    primary key (entry_id, version)
);
create index programme_state_version on programme_state (version);
create index programme_state_joined on programme_state (joined_to) where joined_to is not null;

grant select, insert on programme_entry, programme_decision, programme_state to "${appRole}";
grant update (latest) on programme_entry to "${appRole}";
