-- What the hub looks up each minute to judge again: deliveries with open rejections by their mapping, dates that may have
-- come, and records without rules. Each holds open ones only.
create index delivery_rejected on delivery (feed_id, coalesce(judged_digest, mapping_digest)) where rejected > replayed;
create index rejection_due on rejection (due) where replayed_by is null and due is not null;
create index rejection_without_rules on rejection (delivery_id) where replayed_by is null and codes like '%HUB-1013%';
