package io.credithub.flow.delivery;

import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A chunk as it landed, with what is needed to read it.
///
/// @param feed the feed's number in the registry
/// @param statedAt the date that the delivery states of itself
/// @param landedAt completion dates after its day are findings; of a replay: when it was asked for
/// @param replay absent if all its records are taken, for the first time
/// @param discarded why an operator gave it up; its bytes are not in the slice then
public record LandedChunk(
        ChunkRef ref,
        int feed,
        String feedCode,
        Source source,
        Slice slice,
        @Nullable Instant statedAt,
        Instant landedAt,
        @Nullable ReplayedChunk replay,
        @Nullable String discarded) {
    public boolean isDiscarded() {
        return discarded != null;
    }

    /// What a replay takes of a chunk that landed before.
    ///
    /// @param original the delivery that holds the bytes
    /// @param readings the deliveries that these bytes were read as: the original and its replays
    /// @param positions of the records that it takes
    /// @param waiting those of them that hold a record which waits for its teacher
    public record ReplayedChunk(
            long original, Set<Long> readings, Set<Long> positions, Set<Long> waiting) {}

    public boolean takes(long position) {
        return replay == null || replay.positions().contains(position);
    }

    /// The delivery whose place in the order of landing its records have.
    public long landing() {
        return replay == null ? ref.delivery() : replay.original();
    }
}
