-- When the poll that is under way began, and when the last one was answered: a poll that hangs and a feed that fell silent
-- can be told by every process, and after a restart.
alter table feed add column polling_since timestamptz;
alter table feed add column last_polled_at timestamptz;
