-- Sign-off of a county's school year: what one person prepared, another approved and the office above concluded. manifest: canonical
-- JSON of all that it says and rests on; sha256: its hash. ledger_seq: the last line of the ledger that is in it. predecessor: the
-- signed one that it follows. state: 1 prepared, 2 approved, 3 concluded, 4 returned. signature: a JWS over the hash and the steps,
-- by the key signed_with.
create table sign_off (
    id          bigint      generated always as identity primary key,
    division    text        not null collate "C",
    school_year smallint    not null,
    version     integer     not null check (version > 0),
    predecessor bigint      references sign_off,
    state       smallint    not null default 1 check (state between 1 and 4),
    manifest    bytea       not null,
    sha256      bytea       not null check (length(sha256) = 32),
    ledger_seq  bigint      not null,
    signature   text,
    signed_with text,
    unique (division, school_year, version),
    check ((signature is null) = (state <> 3) and (signed_with is null) = (signature is null))
);
-- One at a time; and each signed one is followed by one at most.
create unique index sign_off_open on sign_off (division, school_year) where state in (1, 2);
create unique index sign_off_successor on sign_off (predecessor) where state = 3;

-- Who took which step, and what they said: never changed. act: 1 prepare, 2 approve, 3 conclude, 4 return. office: the division that
-- the key answers for.
create table sign_off_step (
    id          bigint      generated always as identity primary key,
    sign_off_id bigint      not null references sign_off,
    act         smallint    not null check (act between 1 and 4),
    at          timestamptz not null,
    by          text        not null,
    office      text        not null,
    note        text        not null,
    unique (sign_off_id, act)
);

-- The files of a statement as they were made. content goes when a person is erased whom it names (erased_at); its hash stays.
create table sign_off_part (
    sign_off_id bigint      not null references sign_off,
    no          smallint    not null,
    name        text        not null,
    rows        bigint      not null,
    sha256      bytea       not null check (length(sha256) = 32),
    content     bytea,
    erased_at   timestamptz,
    primary key (sign_off_id, no),
    check ((content is null) = (erased_at is not null))
);

-- What is frozen stays, whoever tries: a step leads on, a signature is given once, nothing else changes.
create function sign_off_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
            or (new.id, new.division, new.school_year, new.version, new.predecessor, new.manifest, new.sha256, new.ledger_seq)
                is distinct from
                (old.id, old.division, old.school_year, old.version, old.predecessor, old.manifest, old.sha256, old.ledger_seq)
            or old.state not in (1, 2) then
        raise exception 'a sign-off is never rewritten' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger sign_off_stays before update or delete on sign_off
    for each row execute function sign_off_stays();
create function sign_off_part_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or new.content is not null
            or (new.sign_off_id, new.no, new.name, new.rows, new.sha256)
                is distinct from (old.sign_off_id, old.no, old.name, old.rows, old.sha256) then
        raise exception 'a part of a sign-off is never rewritten' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger sign_off_part_stays before update or delete on sign_off_part
    for each row execute function sign_off_part_stays();

-- What differs from a signed statement is a break, under an aspect of its own.
alter table recon_break drop constraint recon_break_aspect_check;
alter table recon_break add constraint recon_break_aspect_check check (aspect between 1 and 10);

-- What was signed by a moment, and what figures rest on: rows that are added and never change but for the state, which steps tell.
call known.since('sign_off_step');
call known.since('programme_decision');
do $$
declare one text;
begin
    foreach one in array '{sign_off,rulebook,rulebook_policy,policy,matching_decision}'::text[] loop
        execute format('create view as_known.%1$I as select * from public.%1$I', one);
    end loop;
end $$;
grant select on all tables in schema as_known to "${appRole}";

grant select, insert on sign_off, sign_off_step, sign_off_part to "${appRole}";
grant update (state, signature, signed_with) on sign_off to "${appRole}";
