-- Since when a feed is paused: told to whoever pushes to it. Of those paused before, nobody noted it.
alter table feed add column paused_at timestamptz;
