package io.credithub.source.poll;

import static java.lang.Boolean.TRUE;

import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.feed.FeedLeases;
import io.credithub.flow.load.Backlog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Decides which tick of a route becomes a poll. Routes tick often; a tick becomes a poll only if
/// the feed is configured, not paused, due, and this process holds its lease.
@Singleton
public final class FeedScheduler {
    private final FeedLeases leases;
    private final SourceConfig config;
    private final ReactiveBridge gate;
    private final Backlog backlog;
    private final InstantSource clock;
    private final String owner =
            ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, PollState> turns = new ConcurrentHashMap<>();
    private final Map<String, FeedLease> running = new ConcurrentHashMap<>();
    private final Map<String, Tick> ticks = new ConcurrentHashMap<>();
    private final Map<String, Instant> startedAt = new ConcurrentHashMap<>();
    private volatile boolean isOpen;

    @Inject
    public FeedScheduler(
            FeedLeases leases, SourceConfig config, ReactiveBridge gate, Backlog backlog) {
        this(leases, config, gate, backlog, InstantSource.system());
    }

    FeedScheduler(
            FeedLeases leases,
            SourceConfig config,
            ReactiveBridge gate,
            Backlog backlog,
            InstantSource clock) {
        this.leases = leases;
        this.config = config;
        this.gate = gate;
        this.backlog = backlog;
        this.clock = clock;
    }

    /// What this process remembers of the last poll.
    ///
    /// @param failures in a row as far as this process saw, with or without a database
    private record PollState(long fence, int failures, Instant notBefore) {
        static final PollState FIRST = new PollState(-1, 0, Instant.MIN);
    }

    /// When a route came by last, and in which thread.
    record Tick(Instant at, Thread thread) {}

    Optional<Tick> lastTick(String feed) {
        return Optional.ofNullable(ticks.get(feed));
    }

    /// The route is started anew: what it did before tells nothing any more.
    void startsAgain(String feed) {
        ticks.remove(feed);
        running.remove(feed);
        startedAt.put(feed, clock.instant());
    }

    /// When the feed's route began to come by, as far as this process has started it again.
    Instant startedAt(String feed) {
        return startedAt.getOrDefault(feed, Instant.MIN);
    }

    boolean isOpen() {
        return isOpen;
    }

    /// The polls that are under way in this process.
    public List<FeedLease> running() {
        return List.copyOf(running.values());
    }

    /// Feeds are on the books and their configuration is sound: from now on ticks count.
    public void open() {
        isOpen = true;
    }

    /// @return the lease to poll under; empty if there is nothing to do now
    public Optional<FeedLease> begin(String feed) {
        SourceConfig.Feed settings = config.feeds().get(feed);
        ticks.put(feed, new Tick(clock.instant(), Thread.currentThread()));
        if (!isOpen || settings == null || isToRest(feed)) return Optional.empty();
        if (running.containsKey(feed)) return Optional.empty(); // its landing holds no thread
        PollState last = turns.getOrDefault(feed, PollState.FIRST);
        boolean mustWait = clock.instant().isBefore(last.notBefore);
        Optional<FeedLease> lease =
                mustWait && last.failures > 0 ? ifWanted(feed, settings) : hold(feed, settings);
        boolean isDue = lease.map(held -> !mustWait || held.fence() != last.fence).orElse(false);
        if (!isDue) return Optional.empty();
        lease.ifPresent(this::began);
        return lease;
    }

    private void began(FeedLease lease) {
        gate.await(
                "noting a poll", ReactiveBridge.BRIEF, () -> leases.began(lease).replaceWith(TRUE));
        running.put(lease.feed(), lease);
    }

    /// While a feed waits for its next try, an operator may want it at once: then its fence has
    /// moved on. Where nobody can be asked, it waits on.
    private Optional<FeedLease> ifWanted(String feed, SourceConfig.Feed settings) {
        try {
            return hold(feed, settings);
        } catch (RuntimeException noDatabase) {
            return Optional.empty();
        }
    }

    /// The lease of the poll that is under way; empty if there is none, or it has failed.
    public Optional<FeedLease> running(String feed) {
        return Optional.ofNullable(running.get(feed));
    }

    /// Whether too much of the feed waits to be worked on already. A poll that is under way ends
    /// then, without a fault, and goes on where it was once there is room.
    public boolean isToRest(String feed) {
        return backlog.isFull(feed);
    }

    /// Between two pages or files: whether the poll may go on. Not if the feed was paused or
    /// re-pulled meanwhile, or if the hub stops.
    public boolean goesOn(FeedLease lease) {
        SourceConfig.Feed settings = config.feeds().get(lease.feed());
        return isOpen
                && settings != null
                && hold(lease.feed(), settings)
                        .map(held -> held.fence() == lease.fence())
                        .orElse(false);
    }

    /// @param hasMore whether the next poll follows at once
    public void succeeded(FeedLease lease, boolean hasMore) {
        running.remove(lease.feed());
        gate.await(
                "noting a success",
                ReactiveBridge.BRIEF,
                () -> leases.succeeded(lease).replaceWith(TRUE));
        Duration pause = hasMore ? Duration.ZERO : settings(lease.feed()).interval();
        turns.put(lease.feed(), new PollState(lease.fence(), 0, clock.instant().plus(pause)));
    }

    /// The poll ended without result and without fault: somebody else has the feed, or it rests.
    public void stopped(String feed) {
        running.remove(feed);
    }

    /// @param error for operators
    /// @param atLeast the pause that the source asks for; zero if it does not
    /// @return the failures in a row, at least 1
    int failed(String feed, String error, Duration atLeast) {
        FeedLease lease = running.remove(feed);
        PollState last = turns.getOrDefault(feed, PollState.FIRST);
        int before = Math.max(last.failures, lease == null ? 0 : lease.failures());
        Instant retryAt = clock.instant().plus(pause(settings(feed), before, atLeast));
        long fence = lease == null ? last.fence : lease.fence();
        turns.put(feed, new PollState(fence, before + 1, retryAt));
        if (lease != null) {
            gate.await(
                    "noting a failure",
                    ReactiveBridge.BRIEF,
                    () -> leases.failed(lease, error, retryAt).replaceWith(TRUE));
        }
        return before + 1;
    }

    /// Doubles with every failure, up to the cap; what the source asks for counts up to the cap
    /// too.
    public static Duration pause(SourceConfig.Feed settings, int failuresBefore, Duration atLeast) {
        Duration max = settings.retryMax();
        Duration pause = settings.retryFirst();
        for (int i = 0; i < failuresBefore && pause.compareTo(max) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        Duration wanted = pause.compareTo(atLeast) < 0 ? atLeast : pause;
        return wanted.compareTo(max) < 0 ? wanted : max;
    }

    /// Keeps the leases of polls that take long.
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> renewRunning() {
        return Multi.createFrom()
                .iterable(running.values())
                .onItem()
                .transformToUniAndConcatenate(this::renew)
                .onItem()
                .ignoreAsUni();
    }

    /// Lost or not to be had at the moment: either way landing has the last word.
    private Uni<Void> renew(FeedLease lease) {
        return leases.renew(lease, settings(lease.feed()).lease()).onFailure().recoverWithNull();
    }

    void stop(@Observes ShutdownEvent event) {
        isOpen = false;
        try {
            gate.await(
                    "giving leases back",
                    ReactiveBridge.BRIEF,
                    () -> leases.release(owner).replaceWith(TRUE));
        } catch (RuntimeException notNow) {
            // They end by themselves.
            turns.clear();
        }
    }

    private Optional<FeedLease> hold(String feed, SourceConfig.Feed settings) {
        return gate.await(
                "the lease of a feed",
                ReactiveBridge.BRIEF,
                () -> leases.hold(feed, owner, settings.lease()));
    }

    private SourceConfig.Feed settings(String feed) {
        SourceConfig.Feed settings = config.feeds().get(feed);
        if (settings == null) throw new IllegalStateException("not configured: " + feed);
        return settings;
    }
}
