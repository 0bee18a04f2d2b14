-- Who a teacher is, and was. A number that was a teacher's goes on finding the teacher, and a record may still come under a
-- former name. kind: 1 number, 2 document that goes on finding its teacher, 3 name in its normal form, 4 document that was
-- wrong. value: the number, the name, or the document masked; its number is sealed as the teacher's is.
create table former_identity (
    id         bigint      generated always as identity primary key,
    teacher_id integer     not null references teacher,
    kind       smallint    not null check (kind between 1 and 4),
    hash       uuid,
    value      text        not null,
    id_type    smallint,
    id_cipher  bytea,
    ended_at   timestamptz not null default now(),
    check ((kind = 3) = (hash is null))
);
create unique index former_identity_key on former_identity (kind, hash) where kind in (1, 2);
create unique index former_identity_name on former_identity (teacher_id, value) where kind = 3;
create index former_identity_number on former_identity (value) where kind = 1;
create index former_identity_teacher on former_identity (teacher_id);
alter table teacher add column has_past boolean not null default false;

-- A waiting record finds its teacher by the hash of the number it names.
create unique index teacher_number_hash on teacher (number_hash);

-- Who a waiting record is about, beside number and document: weighed when a teacher with its number comes.
alter table waiting add column name text, add column birth_date date;

grant select, insert on former_identity to "${appRole}";
