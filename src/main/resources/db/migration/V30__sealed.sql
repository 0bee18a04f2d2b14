-- What holds personal data is sealed by the hub before it is written (AES-256-GCM or SM4-GCM): payloads and heads of deliveries,
-- claims and what their decisions push. Beside each stands the number of the key; where none does, an earlier hub wrote it in
-- clear, and it is sealed when keys are rotated. Digests are keyed (HMAC-SHA-256); what the sender may know again is sealed.

-- The keys that the registry was sealed with, none of them itself. fingerprint: tells whether a key is the one.
-- hashing: the keys of the keyed hashes, sealed by this one.
-- A key can be struck from here only when nothing refers to it any more.
create table sealing_key (
    id          smallint    primary key check (id between 0 and 255),
    fingerprint uuid        not null,
    hashing     bytea       not null,
    first_seen  timestamptz not null default now()
);
grant select, insert on sealing_key to "${appRole}";

alter table chunk add column payload_key smallint references sealing_key;
alter table delivery
    add column sha256_sealed bytea,
    add column head_key      smallint references sealing_key,
    add check ((head_key is null) = (sha256_sealed is null));
alter table recognition_body
    alter column body type bytea using convert_to(body, 'UTF8'),
    add column body_key smallint references sealing_key;
alter table recognition_push add column payload_key smallint references sealing_key;
alter table teacher add column id_key smallint references sealing_key;
alter table former_identity add column id_key smallint references sealing_key;
