package io.credithub.flow.load;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How many chunks of each feed have landed and wait to be worked on. A feed of which too many wait
/// is given a rest: what is pushed to it is refused, and it is not polled, until some are done.
///
/// Known without asking anybody: counted in this process as chunks land and are done, and corrected
/// by the registry every few seconds, which knows of other processes too.
///
/// Safe for several threads.
public final class Backlog {
    private final long most;
    private final InstantSource clock;
    private Map<String, Long> counted = Map.of();
    private final Map<String, Long> changed = new HashMap<>();
    private final Map<String, Instant> full = new HashMap<>();

    /// @param most chunks of one feed that may wait
    public Backlog(long most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /// A chunk has landed.
    public void landed(String feed) {
        change(feed, 1);
    }

    /// A chunk waits no more.
    public void done(String feed) {
        change(feed, -1);
    }

    private synchronized void change(String feed, long by) {
        changed.merge(feed, by, Long::sum);
    }

    /// Chunks of the feed that wait.
    public synchronized long of(String feed) {
        long waiting = counted.getOrDefault(feed, 0L) + changed.getOrDefault(feed, 0L);
        return Math.max(0, waiting); // what another process landed may be done here first
    }

    /// Chunks of all feeds that wait.
    public synchronized long chunks() {
        Set<String> feeds = new HashSet<>(counted.keySet());
        feeds.addAll(changed.keySet());
        return feeds.stream().mapToLong(this::of).sum();
    }

    /// Whether the feed is to rest.
    public synchronized boolean isFull(String feed) {
        boolean isFull = of(feed) >= most;
        if (isFull) full.put(feed, clock.instant());
        return isFull;
    }

    /// When the feed was last seen to be full: until then nobody can have expected anything of it.
    public synchronized Optional<Instant> lastFull(String feed) {
        return Optional.ofNullable(full.get(feed));
    }

    /// Corrects the numbers by what the registry says. What changes while it is asked counts on
    /// top.
    ///
    /// @param registry chunks that wait, by feed; feeds without any may be missing
    public Uni<Void> correct(Uni<Map<String, Long>> registry) {
        return Uni.createFrom()
                .deferred(() -> {
                    Map<String, Long> before = changes();
                    return registry.invoke(now -> settle(now, before));
                })
                .replaceWithVoid();
    }

    private synchronized Map<String, Long> changes() {
        return Map.copyOf(changed);
    }

    private synchronized void settle(Map<String, Long> now, Map<String, Long> before) {
        counted = Map.copyOf(now);
        before.forEach((feed, by) -> changed.merge(feed, -by, Long::sum));
        changed.values().removeIf(by -> by == 0);
        now.keySet().forEach(this::isFull);
    }
}
