-- Why each line of the ledger is there, written with it: what becomes of a record later cannot change it. Codes of EntryReason
-- and, for movements of the bank, of Movement.Reason. The block says what set it going: a chunk of a delivery or a change of
-- rules; a roster or an act of the bank is none of these.
alter table ledger_entry add column reason smallint;
alter table ledger_block add column delivery_id integer;
alter table ledger_block add column chunk_no integer;
alter table ledger_block add column recomputation_id integer;

-- What counts instead of the content that a reversal is about, where that is the reason, and what decided (Criterion).
create table ledger_cause (
    seq        bigint   primary key,
    record_key uuid     not null,
    version_no integer  not null,
    criterion  smallint not null
);
grant select, insert on ledger_cause to "${appRole}";

-- What is there gets the reason that was told of it until now, once and for all.
update ledger_entry e set reason = case
    when e.kind > 2 then (
        select case m.reason when 'LENT' then 51 when 'RETURNED' then 52 when 'RESERVED' then 53
            when 'USED' then 54 else 55 end
        from movement m where m.id = e.record_key)
    when e.kind = 1 then 1
    when exists (select from ledger_entry o where o.block_no = e.block_no and o.kind = 1
        and o.record_key = e.record_key and o.version_no = e.version_no) then 8
    when (select c.state from completion c
        where c.record_key = e.record_key and c.version_no = e.version_no) <> 3 then 6
    when exists (select from completion c where c.record_key = e.record_key and c.state = 4) then 5
    else 3 end;
alter table ledger_entry alter column reason set not null;

-- The reason is part of what a block's hash covers, so the chain is hashed anew from its first block, the very way of Chain:
-- nothing that was published rests on the old hashes.
do $$
declare
    block record;
    sealed bytea := decode(repeat('00', 32), 'hex');
    lines bytea;
begin
    for block in select no, first_seq, entries from ledger_block order by no loop
        select string_agg(int8send(seq) || int4send(block_no::int4) || int4send(teacher_id::int4)
                || uuid_send(record_key) || int2send(version_no::int2) || substring(int2send(kind) from 2)
                || int2send(school_year) || int2send(policy_id::int2) || int2send(rule::int2)
                || int4send(credits) || int4send(experience) || int4send(quality)
                || int2send(reason) || decode(repeat('00', 19), 'hex'), ''::bytea order by seq)
            into lines from ledger_entry
            where seq >= block.first_seq and seq < block.first_seq + block.entries;
        update ledger_block
            set previous = sealed, hash = sha256(sealed || decode(repeat('00', 16), 'hex') || lines)
            where no = block.no returning hash into sealed;
    end loop;
    update ledger_head set last_hash = sealed;
end $$;

-- Findings that follow from what the registry holds are told on reading, so that they do not depend on what came first: those
-- that were written when something came are told twice otherwise. Records with several contents are few, and are found by an
-- index of their own.
delete from finding where code in ('HUB-2001', 'HUB-2002', 'HUB-2006');
create index completion_again on completion (record_key) where version_no > 1;

-- The name of who is waited for, as a keyed hash: it is compared with the roster when the teacher comes, as it would have been
-- had the teacher been there first.
alter table waiting add column name_hash uuid;
