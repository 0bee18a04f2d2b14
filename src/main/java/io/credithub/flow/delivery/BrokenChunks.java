package io.credithub.flow.delivery;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Chunks that fail for what time does not mend. Kept with the chunk, so that a restart forgets
/// nothing. Implemented by `hub.store`.
public interface BrokenChunks {
    /// So often a chunk may fail before it is broken. Outages do not count.
    int TRIES_MAX = 3;

    int REASON_LENGTH_MAX = 200;

    /// Counts a try that failed. The last one makes the chunk broken: it is not worked on again
    /// until an operator says so.
    ///
    /// @param tries that it counts for: all of them where trying again costs too much
    /// @param error without a person's values: see [FailureWords]
    /// @return whether it is broken now
    Uni<Boolean> failed(ChunkRef chunk, String error, int tries);

    /// How many each feed has; feeds without any are not there.
    Uni<Map<String, Long>> counts();

    /// The chunks of a delivery that ever failed or were given up, in order.
    Uni<List<Troubled>> of(long delivery);

    /// Begins anew with a broken chunk.
    ///
    /// @return null if it is not broken, or there is none
    Uni<@Nullable ChunkRef> retry(long delivery, int chunk, String by);

    /// Gives a broken chunk up: whoever works it next rejects all its records.
    ///
    /// @return null if it is not broken, or there is none
    Uni<@Nullable ChunkRef> discard(long delivery, int chunk, String by, String reason);

    /// @param tries that failed since it landed or was last retried
    /// @param error of the last of them
    /// @param brokenAt absent if it is not broken
    /// @param acts of operators, oldest first
    record Troubled(
            int chunk,
            long firstPosition,
            int records,
            boolean done,
            int tries,
            @Nullable String error,
            @Nullable Instant brokenAt,
            List<ChunkAct> acts) {}

    /// @param by the id of a key
    /// @param error for which it was broken then
    record ChunkAct(
            ChunkActKind act,
            @Nullable String reason,
            @Nullable String error,
            String by,
            Instant at) {}

    /// What an operator can do.
    enum ChunkActKind {
        RETRY,
        DISCARD
    }
}
