-- What is expected to arrive. An enrolment list (参训学员花名表) says who is enrolled in a programme in a period; a later one of the
-- same sender, programme and period replaces it, and the earlier one stays as it was. prefix: whose teachers the list can name.
create table enrolment_list (
    id             bigint      generated always as identity primary key,
    feed_id        smallint    references feed,
    division_code  text        not null,
    prefix         text        not null,
    programme_code text,
    programme_name text        not null,
    normal         text        not null,
    programme_key  text        not null,
    starts_on      date        not null,
    ends_on        date        not null,
    digest         uuid        not null,
    enrolled       integer     not null,
    sent_by        text        not null,
    sent_at        timestamptz not null default now(),
    replaced_at    timestamptz,
    check (starts_on <= ends_on)
);
create unique index enrolment_list_in_force
    on enrolment_list (coalesce(feed_id, 0), division_code, programme_key, starts_on, ends_on) where replaced_at is null;
create index enrolment_list_code on enrolment_list (programme_code) where replaced_at is null and programme_code is not null;
create index enrolment_list_normal on enrolment_list (normal) where replaced_at is null;
create index enrolment_list_ends_on on enrolment_list (ends_on) where replaced_at is null;

-- Who is on a list: found again by the keyed hashes of number and document, as a waiting record is. The number of a document
-- is not kept.
create table enrolment (
    list_id     bigint  not null references enrolment_list,
    no          integer not null,
    number_hash uuid,
    id_hash     uuid,
    teacher_no  text,
    id_masked   text,
    name        text,
    hours       integer,
    primary key (list_id, no)
);
create index enrolment_number on enrolment (number_hash) where number_hash is not null;
create index enrolment_document on enrolment (id_hash) where id_hash is not null;

-- What a list is about is looked for among the titles of records by its code too.
create index programme_code on programme (code) where code is not null;

grant select, insert on enrolment_list, enrolment to "${appRole}";
grant update (replaced_at) on enrolment_list to "${appRole}";

-- What a feed says that the records of a month come to, by their days of completion. Of one feed and month the latest counts.
create table declared_total (
    feed_id     smallint    not null references feed,
    month       date        not null check (extract(day from month) = 1),
    no          integer     not null,
    records     bigint      not null check (records >= 0),
    persons     bigint,
    hours       bigint,
    credits     bigint,
    declared_by text        not null,
    declared_at timestamptz not null default now(),
    primary key (feed_id, month, no)
);
grant select, insert on declared_total to "${appRole}";
