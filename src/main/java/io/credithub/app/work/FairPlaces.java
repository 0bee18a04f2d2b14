package io.credithub.app.work;

import io.credithub.flow.delivery.ChunkRef;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Shares the places of work out between feeds: whose feed has had least of it goes next. What a
/// feed has had is counted in records, with a charge for each chunk, since a chunk of one record is
/// a transaction too. A feed that had nothing to do begins where the others are: it saves nothing
/// up.
///
/// Within a feed small deliveries go first, and every few chunks the oldest, so that none waits for
/// ever. Some places are for small deliveries alone, and no feed has all of them: whoever comes
/// with a few records finds one. A feed that has company posts its small deliveries one at a time.
///
/// Safe for several threads.
final class FairPlaces {
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

    private static final Comparator<ChunkRef> OLD_FIRST =
            Comparator.comparingLong(ChunkRef::delivery).thenComparingInt(ChunkRef::chunk);
    private static final Comparator<ChunkRef> SMALL_FIRST =
            Comparator.comparingInt(ChunkRef::records).thenComparing(OLD_FIRST);

    private final Predicate<String> hasCompany;
    private final Map<String, FeedQueue> lines = new HashMap<>();
    private final Map<ChunkRef, UniEmitter<? super Void>> waiting = new ConcurrentHashMap<>();
    private volatile boolean isClosed;
    private long reached;
    private int running;
    private int runningLarge;

    /// @param hasCompany whether other feeds than this one have something to do
    FairPlaces(Predicate<String> hasCompany) {
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

    /// Ends when there is a place for the chunk: until then it waits, and afterwards it has the
    /// place until it is [#release]d.
    Uni<Void> take(ChunkRef chunk) {
        return Uni.createFrom()
                .emitter(emitter -> {
                    waiting.put(chunk, emitter);
                    add(chunk);
                    giveOut();
                });
    }

    void release(ChunkRef chunk) {
        done(chunk);
        giveOut();
    }

    /// Gives nothing out any more.
    void close() {
        isClosed = true;
    }

    private void giveOut() {
        while (!isClosed) {
            ChunkRef next = next();
            if (next == null) return;
            UniEmitter<? super Void> emitter = waiting.remove(next);
            if (emitter == null) done(next);
            else emitter.complete(null);
        }
    }

    synchronized void add(ChunkRef chunk) {
        FeedQueue line = lines.computeIfAbsent(chunk.feed(), FeedQueue::new);
        if (line.byAge.isEmpty()) line.had = Math.max(line.had, reached);
        line.bySize.add(chunk);
        line.byAge.add(chunk);
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
        running--;
        if (!chunk.isWhole()) runningLarge--;
        FeedQueue line = lines.get(chunk.feed());
        if (line == null) return;
        line.running--;
        if (chunk.isWhole()) line.runningWhole--;
    }
}
