-- A seconded, exchanged or attached teacher belongs to the home school: its county's sums, sight and rules. The present
-- school's county sees the teacher and certifies. Until a roster says where the home school is, the present county stands in.
alter table teacher add column home_division_code text;
alter table teacher add column answering_division text not null
    generated always as (coalesce(home_division_code, division_code)) stored;
create index teacher_school on teacher (school_code);

-- Since when a teacher has left; who had left before the hub asked for the day, has since now.
alter table teacher add column left_on date;
update teacher set left_on = (now() at time zone 'utc')::date where status = 'LEFT';
