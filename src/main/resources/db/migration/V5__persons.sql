-- Teachers with a record in force, each once a school year: those of a feed in its cells, and those of any feed in cells
-- of the feed 0, since one teacher may have records from several.
alter table reconciliation_cell add column persons bigint not null default 0;

with held as (
    select distinct c.feed_id, t.division_code, c.school_year, c.teacher_id
    from completion c join teacher t on t.id = c.teacher_id where c.state = 1)
insert into reconciliation_cell as r (feed_id, division_code, school_year, persons)
select feed_id, division_code, school_year, count(*) from held group by 1, 2, 3
union all
select 0, division_code, school_year, count(distinct teacher_id) from held group by 2, 3
on conflict (feed_id, division_code, school_year) do update set persons = excluded.persons;
