-- Since when a feed has been failing, beside how often.
alter table feed add column failing_since timestamptz;
