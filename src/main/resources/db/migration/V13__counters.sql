-- Counters that everyday work moves are wide enough for fifty years: docs/architecture.md has the list. Each of the
-- two large tables is rewritten once.
alter table completion
    alter column version_no type integer,
    alter column delivery_id type bigint,
    alter column policy_id type integer;
alter table waiting alter column version_no type integer;
alter table ledger_entry
    alter column block_no type bigint,
    alter column version_no type integer,
    alter column policy_id type integer;
alter table ledger_block
    alter column no type bigint,
    alter column rulebook_id type integer;
alter table ledger_head
    alter column last_block type bigint,
    alter column rulebook type integer;
alter table feed alter column version type bigint;
alter table standing alter column policy_id type integer;
alter table loan alter column policy_id type integer;

-- The columns that point to each other change their type together.
alter table policy alter column id type integer;
alter table rulebook alter column id type integer, alter column main_id type integer;
alter table rulebook_policy alter column rulebook_id type integer, alter column policy_id type integer;
alter table recomputation
    alter column main_id type integer,
    alter column against type integer,
    alter column rulebook_id type integer;
alter table recomputation_policy alter column policy_id type integer;
alter table recomputation_unjudged alter column policy_id type integer;
