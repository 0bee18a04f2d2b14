package io.credithub.flow.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a delivery has given the teachers of a division. A delivery spans divisions: its own
/// counts, its name and its findings are of others, too.
///
/// @param finishedAt absent while a chunk is open
public record DeliveryShare(
        long delivery,
        String feed,
        Instant landedAt,
        @Nullable Instant finishedAt,
        DivisionSums posted) {}
