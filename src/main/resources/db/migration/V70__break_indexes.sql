-- Whose move it is, and of which feed, is asked of what somebody has to see to. What is told for information is half of what a
-- run finds, and what is over stays for ever: neither is in these.
drop index recon_break_owner;
drop index recon_break_feed;
create index recon_break_owner on recon_break (state, owner, opened_at, identity) where state in (1, 2, 3);
create index recon_break_feed on recon_break (feed_id, state, opened_at, identity) where feed_id is not null and state in (1, 2, 3);

-- A run of a county's year looks at that year's alone.
drop index recon_break_division;
create index recon_break_division on recon_break (division, state, code, school_year);
