-- What changes one at a time has a version: whoever changes a row that another has changed in the meantime looks again. The role
-- of the hub may change what changes, and nothing else of it.
revoke update on feed from "${appRole}";
grant update (paused, paused_at, cursor_position, repull_from, lease_owner, lease_until, fence, failures, failing_since, retry_at,
    last_error, polling_since, last_polled_at, last_landed_at, version) on feed to "${appRole}";

alter table api_key add column version integer not null default 0;
revoke update (secret_hash) on api_key from "${appRole}";
grant update (version) on api_key to "${appRole}";

alter table recognition_push add column version integer not null default 0;
grant update (version) on recognition_push to "${appRole}";

alter table recomputation add column version integer not null default 0;
grant update (version) on recomputation to "${appRole}";
