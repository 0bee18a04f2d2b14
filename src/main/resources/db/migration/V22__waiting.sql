-- Who a waiting record is about is weighed by the name itself, since names may be alike; the hash of it is of no use then.
alter table waiting drop column name_hash;
