-- Until when a key opens something, and when it was last used, to the minute.
alter table api_key add column expires_at timestamptz;
alter table api_key add column last_used_at timestamptz;
grant update (last_used_at) on api_key to "${appRole}";
