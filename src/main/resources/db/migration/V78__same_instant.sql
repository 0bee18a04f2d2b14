-- Which contents that matching has placed say an instant at which people finish online, and which no batch was stamped with: the
-- time of change orders them, and is no full minute. Many teachers of one feed and title cannot say the very same one.
create index completion_instant on completion (feed_id, programme_id, version_value, teacher_id)
    where version_rank = 2 and form in (2, 4) and version_value % 60000000000 <> 0 and state in (1, 2, 6, 7);

-- Instants of which another teacher may have come or gone; whoever looks at them takes the row away.
create table instant_touched (
    id         bigint generated always as identity primary key,
    feed_id    smallint  not null,
    programmes integer[] not null,
    instants   bigint[]  not null
);
grant select, insert, delete on instant_touched to "${appRole}";

insert into instant_touched (feed_id, programmes, instants)
    select feed_id, array_agg(programme_id), array_agg(version_value) from (
        select feed_id, programme_id, version_value from completion
        where version_rank = 2 and form in (2, 4) and version_value % 60000000000 <> 0 and state in (1, 2, 6, 7)
        group by feed_id, programme_id, version_value having count(*) > 1) g
    group by feed_id;
