-- What an earlier hub left in clear, which the start looks for: none where keys were rotated since.
create index chunk_in_clear on chunk (delivery_id) where payload_key is null and octet_length(payload) > 0;
