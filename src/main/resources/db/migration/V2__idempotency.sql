-- A key is claimed before its body lands, so no other body can land under it, whatever comes between.
-- Which delivery it led to follows from the body: the same bytes are the same delivery.
alter table idempotency_key drop column delivery_id;
alter table idempotency_key add column claimed_at timestamptz not null default now();
