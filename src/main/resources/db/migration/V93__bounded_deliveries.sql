-- takes: how often a dispatch was taken since a step of it last came to an end, counted as it is taken: so one is found that brings
-- down its process each time.
alter table report_dispatch add column takes integer not null default 0;
grant update (takes) on report_dispatch to "${appRole}";

-- removed_at: from then on the recipients of what was removed are kept for a while, and no longer.
alter table report_subscription add column removed_at timestamptz;
update report_subscription set removed_at = now() where state = 'REMOVED';
alter table report_subscription add constraint report_subscription_removed check ((removed_at is null) = (state <> 'REMOVED'));
create index report_subscription_recipients on report_subscription (id) where recipients <> '{}';
grant update (removed_at) on report_subscription to "${appRole}";
