package io.credithub.app.work;

import io.credithub.flow.delivery.ChunkRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The chunks that wait or are worked on in this process: once, however often they are named. Of
/// each feed a bounded number; the sweeper names the rest again.
///
/// Safe for several threads.
final class ChunksInHand {
    /// What waits or is in work of one feed.
    static final int OF_ONE_FEED_MAX = 4_000;

    private record ChunkKey(long delivery, int chunk) {
        static ChunkKey of(ChunkRef ref) {
            return new ChunkKey(ref.delivery(), ref.chunk());
        }
    }

    private final Set<ChunkKey> chunks = new HashSet<>();
    private final Map<String, Integer> ofFeed = new HashMap<>();

    /// @return false if it is in hand already, or too many of its feed are
    synchronized boolean add(ChunkRef chunk) {
        if (ofFeed.getOrDefault(chunk.feed(), 0) >= OF_ONE_FEED_MAX) return false;
        if (!chunks.add(ChunkKey.of(chunk))) return false;
        ofFeed.merge(chunk.feed(), 1, Integer::sum);
        return true;
    }

    synchronized void remove(ChunkRef chunk) {
        if (chunks.remove(ChunkKey.of(chunk))) ofFeed.merge(chunk.feed(), -1, Integer::sum);
    }
}
