-- A signing key that others may have is struck off: what it signed from a moment on does not hold any more. Each certificate says
-- by its code which key signed it.
alter table signing_key
    add column struck_at     timestamptz,
    add column struck_since  timestamptz,
    add column struck_reason text,
    add column struck_by     text,
    add check (num_nulls(struck_at, struck_since, struck_reason, struck_by) in (0, 4));

alter table certificate add column signed_by text generated always as (
    substring(encode(decode(rpad(translate(split_part(code, '.', 1), '-_', '+/'),
        (length(split_part(code, '.', 1)) + 3) / 4 * 4, '='), 'base64'), 'escape') from '"kid":"([^"]+)"')) stored;
