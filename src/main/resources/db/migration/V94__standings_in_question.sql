-- Whoever changes what of a standing is in question says since when. A trigger before each changed row, which did so, has the
-- server lock the row by itself first and write that down, for each of a large load; one behind it only looks.
drop trigger known_stamp on standing;
drop trigger known_changed on standing;
create or replace function known.keep_standing() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'UPDATE' and new.question_from = old.question_from then
        raise exception 'what is in question has changed, and not since when' using table = 'standing', column = 'question_from';
    end if;
    if old.in_question > 0 then
        insert into known.standing (teacher_id, cycle, in_question, known_from, known_until)
        values (old.teacher_id, old.cycle, old.in_question, old.question_from,
            case when tg_op = 'UPDATE' then new.question_from else public.known_now() end);
    end if;
    return null;
end $$;
create trigger known_changed after update of in_question on standing for each row
    when (old.in_question <> new.in_question) execute function known.keep_standing();
