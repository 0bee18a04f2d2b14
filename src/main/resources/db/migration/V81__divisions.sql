-- Divisions as the files of the project stated them: each text that says something new is a list of its own, and the highest number
-- counts. level: 1 province, 2 city, 3 county; kind: 1 standard, 2 statistical. from_year, to_year: the first and the last school year
-- of the code, null where it is open; codes with a last year are those of division_change.
create table division_list (
    number    integer     primary key,
    loaded_at timestamptz not null default now()
);

create table division (
    list      integer  not null references division_list,
    code      text     not null,
    name      text     not null,
    level     smallint not null check (level between 1 and 3),
    parent    text,
    kind      smallint not null check (kind in (1, 2)),
    from_year integer,
    to_year   integer,
    primary key (list, code)
);

-- The ends of codes. school_year: the first in which the code holds no longer. kind: 1 rename, 2 merge, 3 split, 4 split and merge,
-- 5 absorb.
create table division_change (
    list        integer  not null references division_list,
    code        text     not null,
    name        text     not null,
    school_year smallint not null,
    kind        smallint not null check (kind between 1 and 5),
    successors  text[]   not null,
    primary key (list, code)
);

-- Schools are listed by where their teachers belong.
create index teacher_belongs on teacher (answering_division, (coalesce(home_school_code, school_code, '')))
    where merged_into is null;

grant select, insert on division_list, division, division_change to "${appRole}";
