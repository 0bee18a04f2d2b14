-- What was posted before records were matched by rules lies in families of equal names (V60). All of it is matched once more by the
-- next start, as after a change of the register that concerns every title; a new registry has nothing to match.
create temporary table old_records on commit drop as
    select h.matching, h.matching + 1 as next, b.id as rulebook, b.main_id
    from ledger_head h join rulebook b on b.id = h.rulebook
    where exists (select from completion where family is not null);
update ledger_head h set matching = o.next from old_records o;
insert into programme_decision (version, decided_by, reason)
    select next, 'migration', '旧记录按比对规则重新比对 · old records are matched by rules' from old_records;
insert into recomputation (asked_by, main_id, against, state, teachers, kind, subject, matching_against, matching)
    select 'migration', main_id, rulebook, 'APPLYING', 0, 'REGISTER', 'V60', matching, next from old_records;
insert into recomputation_policy (recomputation_id, policy_id)
    select r.id, p.policy_id from old_records o
    join recomputation r on r.matching = o.next
    join rulebook_policy p on p.rulebook_id = o.rulebook;
insert into recomputation_programme (recomputation_id, programme_id)
    select r.id, p.id from old_records o
    join recomputation r on r.matching = o.next
    cross join programme p;
