package io.credithub.flow;

import io.credithub.flow.Reading.Slice;
import io.credithub.flow.Reading.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A chunk as it landed, with what is needed to read it.
///
/// @param feed the feed's number in the registry
/// @param statedAt the date that the delivery states of itself
/// @param landedAt completion dates after its day are findings
/// @param discarded why an operator gave it up; its bytes are not in the slice then
public record LandedChunk(
        ChunkRef ref,
        int feed,
        String feedCode,
        Source source,
        Slice slice,
        @Nullable Instant statedAt,
        Instant landedAt,
        @Nullable String discarded) {
    boolean isDiscarded() {
        return discarded != null;
    }
}
