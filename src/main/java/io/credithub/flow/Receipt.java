package io.credithub.flow;

import java.time.Instant;

/// "Yours is safe." Given once the bytes are committed.
///
/// @param delivery the number to ask with: `GET /api/v1/deliveries/{id}`
/// @param repeated whether the same bytes had landed before; nothing was stored again
public record Receipt(
        long delivery,
        String feed,
        String sha256,
        long records,
        int chunks,
        Instant landedAt,
        boolean repeated) {}
