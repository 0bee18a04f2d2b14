package io.credithub.app.work;

import io.credithub.flow.delivery.ChunkRef;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Shares the work out between feeds: whose feed has had least of it goes next. What a feed has had
/// is counted in records, with a charge for each chunk, since a chunk of one record is a
/// transaction too. A feed that had nothing to do begins where the others are: it saves nothing up.
///
/// Within a feed small deliveries go first, and every few chunks the oldest, so that none waits for
/// ever. Some places are for small deliveries alone, and no feed has all of them: whoever comes
/// with a few records finds one. A feed that has company posts its small deliveries one at a time.
///
/// Safe for several threads.
final class FairChunks {
    /// Places for the chunks of large deliveries.
    static final int LARGE_MAX = 3;

    /// All places.
    static final int PLACES = 5;

    /// Places for one feed.
    static final int OF_ONE_FEED_MAX = 4;

    /// What a chunk counts for beside its records.
    static final int CHARGE = 100;

    /// Of so many chunks of a feed, one is the oldest.
    static final int OLDEST_EVERY = 8;

    /// What waits of one feed; the sweeper finds the rest again.
    static final int WAITING_MAX = 4_000;

    private static final Comparator<ChunkRef> OLD_FIRST =
            Comparator.comparingLong(ChunkRef::delivery).thenComparingInt(ChunkRef::chunk);
    private static final Comparator<ChunkRef> SMALL_FIRST =
            Comparator.comparingInt(ChunkRef::records).thenComparing(OLD_FIRST);

    private record ChunkKey(long delivery, int chunk) {
        static ChunkKey of(ChunkRef ref) {
            return new ChunkKey(ref.delivery(), ref.chunk());
        }
    }

    private final Predicate<String> hasCompany;
    private final Map<String, FeedQueue> lines = new HashMap<>();
    private final Set<ChunkKey> inHand = new HashSet<>();
    private long reached;
    private int running;
    private int runningLarge;

    /// @param hasCompany whether other feeds than this one have something to do
    FairChunks(Predicate<String> hasCompany) {
        this.hasCompany = hasCompany;
    }

    /// The chunks of one feed.
    private static final class FeedQueue {
        private final String feed;
        private final TreeSet<ChunkRef> bySize = new TreeSet<>(SMALL_FIRST);
        private final TreeSet<ChunkRef> byAge = new TreeSet<>(OLD_FIRST);
        private long had;
        private int taken;
        private int running;
        private int runningWhole;

        FeedQueue(String feed) {
            this.feed = feed;
        }

        ChunkRef first(boolean hasRoomForLarge, boolean hasRoomForWhole) {
            boolean isOldest = taken % OLDEST_EVERY == OLDEST_EVERY - 1;
            ChunkRef first = isOldest ? byAge.first() : bySize.first();
            if (first.isWhole()) return hasRoomForWhole ? first : bySize.last();
            return hasRoomForLarge ? first : bySize.first();
        }

        void remove(ChunkRef chunk) {
            bySize.remove(chunk);
            byAge.remove(chunk);
            taken++;
        }
    }

    /// @return false if it waits or runs already, or too many of its feed wait
    synchronized boolean add(ChunkRef chunk) {
        FeedQueue line = lines.computeIfAbsent(chunk.feed(), FeedQueue::new);
        if (line.byAge.size() >= WAITING_MAX || !inHand.add(ChunkKey.of(chunk))) return false;
        if (line.byAge.isEmpty()) line.had = Math.max(line.had, reached);
        line.bySize.add(chunk);
        line.byAge.add(chunk);
        return true;
    }

    /// Takes a place for the chunk that goes next, until it is [#done].
    ///
    /// @return null if nothing waits that there is a place for
    synchronized @Nullable ChunkRef next() {
        if (running >= PLACES) return null;
        FeedQueue chosen = null;
        ChunkRef next = null;
        for (FeedQueue line : lines.values()) {
            if (line.byAge.isEmpty() || line.running >= OF_ONE_FEED_MAX) continue;
            boolean hasRoomForLarge = runningLarge < LARGE_MAX;
            boolean hasRoomForWhole = line.runningWhole == 0 || !hasCompany.test(line.feed);
            ChunkRef first = line.first(hasRoomForLarge, hasRoomForWhole);
            if (first.isWhole() ? !hasRoomForWhole : !hasRoomForLarge) continue;
            if (chosen != null && isBefore(chosen, next, line, first)) continue;
            chosen = line;
            next = first;
        }
        if (chosen != null && next != null) take(chosen, next);
        return next;
    }

    /// Among equals, the older chunk.
    private static boolean isBefore(
            FeedQueue line, @Nullable ChunkRef first, FeedQueue other, ChunkRef itsFirst) {
        if (line.had != other.had) return line.had < other.had;
        return first != null && OLD_FIRST.compare(first, itsFirst) < 0;
    }

    private void take(FeedQueue line, ChunkRef chunk) {
        reached = Math.max(reached, line.had);
        line.remove(chunk);
        line.had += CHARGE + Math.min(chunk.records(), ChunkRef.RECORDS_MAX);
        line.running++;
        running++;
        if (chunk.isWhole()) line.runningWhole++;
        else runningLarge++;
    }

    synchronized void done(ChunkRef chunk) {
        if (!inHand.remove(ChunkKey.of(chunk))) return;
        running--;
        if (!chunk.isWhole()) runningLarge--;
        FeedQueue line = lines.get(chunk.feed());
        if (line == null) return;
        line.running--;
        if (chunk.isWhole()) line.runningWhole--;
    }
}
