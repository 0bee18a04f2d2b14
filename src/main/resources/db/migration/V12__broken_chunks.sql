-- A chunk that fails for what time does not mend is tried a few times and then broken: out of the way, and in sight.
-- discarded: why an operator gave it up. Its payload stays, and each of its records is rejected.
alter table chunk
    add column tries      smallint not null default 0,
    add column last_error text,
    add column broken_at  timestamptz,
    add column discarded  text;

-- What operators did about broken chunks.
create table chunk_act (
    id          bigint generated always as identity primary key,
    delivery_id bigint      not null,
    chunk_no    integer     not null,
    act         text        not null check (act in ('RETRY', 'DISCARD')),
    reason      text,
    error       text,
    done_by     text        not null,
    done_at     timestamptz not null default now(),
    foreign key (delivery_id, chunk_no) references chunk,
    check (act <> 'DISCARD' or reason is not null)
);
create index chunk_act_delivery on chunk_act (delivery_id, chunk_no);

grant update (tries, last_error, broken_at, discarded) on chunk to "${appRole}";
grant select, insert on chunk_act to "${appRole}";
