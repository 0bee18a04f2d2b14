-- A bulk load makes these tables grow by a tenth every few seconds. Statistics at every half are soon enough: what
-- matters is that the first ones come early.
alter table completion set (autovacuum_analyze_scale_factor = 0.5);
alter table ledger_entry set (autovacuum_analyze_scale_factor = 0.5);
