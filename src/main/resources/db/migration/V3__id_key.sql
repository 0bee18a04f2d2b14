-- Which key the numbers in here are looked up by: a keyed hash of a constant, which says nothing about the key.
-- One row, written at the first start and compared at each; the application can neither change nor remove it.
create table id_key (
    only_row    boolean     primary key default true check (only_row),
    fingerprint uuid        not null,
    first_seen  timestamptz not null default now()
);
grant select, insert on id_key to "${appRole}";
