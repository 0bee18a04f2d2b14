package io.credithub.flow.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// "Yours is safe." Given once the bytes are committed.
///
/// @param delivery the number to ask with: `GET /api/v1/deliveries/{id}`
/// @param repeated whether the same bytes had landed before; nothing was stored again
/// @param replay the delivery by which what was rejected then is judged again; absent if there is
///   none
public record Receipt(
        long delivery,
        String feed,
        String sha256,
        long records,
        int chunks,
        Instant landedAt,
        boolean repeated,
        @Nullable Long replay) {
    public Receipt judgedAgainBy(@Nullable Long replay) {
        return new Receipt(delivery, feed, sha256, records, chunks, landedAt, repeated, replay);
    }
}
