-- What contents say of their teachers' schools and names, in digests, to be compared with the roster as it is when somebody looks.
create function digest64(text text) returns bigint language sql immutable strict parallel safe
    return ('x' || encode(substring(sha256(convert_to(text, 'UTF8')) for 8), 'hex'))::bit(64)::bigint;
create function digest32(text text) returns integer language sql immutable strict parallel safe
    return ('x' || encode(substring(sha256(convert_to(text, 'UTF8')) for 4), 'hex'))::bit(32)::integer;

alter table completion add column said_school bigint, add column said_name integer;

-- name_digest is of the name as the roster writes it: equal digests are equal names, others may still be equal in their normal form.
alter table teacher
    add column school_digest bigint generated always as (digest64(school_code)) stored,
    add column name_digest integer generated always as (digest32(name)) stored;
create index teacher_school_digest on teacher (school_digest);

-- Of older contents is known what was found when they were posted: the school, and that the name was another. That digest is
-- nobody's.
update completion c set said_school = digest64(f.value)
    from finding f
    where f.delivery_id = c.delivery_id and f.position = c.position and f.code = 'HUB-2167' and f.value is not null;
update completion c set said_name = 0
    from finding f join delivery d on d.id = f.delivery_id
    where f.delivery_id = c.delivery_id and f.position = c.position and f.code = 'HUB-2004'
        and not exists (select from former_identity i
            where i.teacher_id = c.teacher_id and i.kind = 3 and i.ended_at > d.landed_at);
-- That the school is elsewhere is told on reading from now on.
delete from finding where code = 'HUB-2167';
drop index finding_break;

-- A feed's first day, by what its deliveries state or when they landed.
create index delivery_stated on delivery (feed_id, stated_at) where stated_at is not null;
create index delivery_landed on delivery (feed_id, landed_at);

-- Every open rejection is a difference, not only of codes: rejection_open has them.
drop index rejection_unmapped;
