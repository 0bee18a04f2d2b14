-- No credit twice: one content of a record is in force, and the database itself insists. An index of every record in force by its
-- random key costs each new record a third place to find; only who comes second can break the rule, and is looked at here. Whoever
-- posts holds the ledger lock, so that no two can pass each other by.
create function one_in_force() returns trigger language plpgsql as $$
begin
    if exists (select from completion c
            where c.record_key = new.record_key and c.version_no <> new.version_no and c.state = 1) then
        raise unique_violation using
            message = 'two contents of one record in force',
            detail = format('Record %s, content %s.', new.record_key, new.version_no),
            constraint = 'completion_one_in_force', table = 'completion';
    end if;
    return null;
end $$;
create constraint trigger completion_one_in_force_new after insert on completion
    for each row when (new.state = 1 and new.version_no > 1) execute function one_in_force();
create constraint trigger completion_one_in_force_again after update of state on completion
    for each row when (new.state = 1 and old.state <> 1) execute function one_in_force();
drop index completion_in_force;

-- What may collide in time is found by teacher: the index of families has them, and few have so many that it matters.
drop index completion_place;
