package io.credithub.flow.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Which feeds have had something to do of late. A feed that is alone may have the whole machine;
/// one that has company leaves others their part of it, also of what they have not asked for yet:
/// whoever comes every few seconds would else always meet a machine that is full.
///
/// Safe for several threads.
public final class FeedActivity {
    /// So long a feed counts as company after it had something to do.
    public static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final Map<String, Long> last = new ConcurrentHashMap<>();

    /// @param nanoTime as [System#nanoTime]
    public FeedActivity(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Something of the feed is being done.
    public void note(String feed) {
        last.put(feed, nanoTime.getAsLong());
    }

    /// Whether another feed has had something to do of late.
    public boolean hasCompany(String feed) {
        long now = nanoTime.getAsLong();
        for (Map.Entry<String, Long> other : last.entrySet()) {
            boolean isOfLate = now - other.getValue() < REMEMBERED.toNanos();
            if (isOfLate && !other.getKey().equals(feed)) return true;
        }
        return false;
    }
}
