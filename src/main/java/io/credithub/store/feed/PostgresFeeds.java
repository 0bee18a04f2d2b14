package io.credithub.store.feed;

import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.feed.FeedLeases;
import io.credithub.flow.feed.FeedPulse;
import io.credithub.flow.feed.FeedPulses;
import io.credithub.flow.result.LeaseLost;
import io.credithub.store.connection.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/// Feeds in table `feed`. Every change locks the feed's row first, so that leases, pauses and
/// re-pulls of several processes come one after the other: a poll is a race that is run every
/// second, and who is late there waits for a moment rather than begin again. Landing, which holds
/// no session, compares the fence in its own statement.
@Singleton
public final class PostgresFeeds implements FeedLeases, FeedPulses {
    private final Sessions sessions;
    private final FeedRegistration registration;
    private final InstantSource clock;

    @Inject
    public PostgresFeeds(Sessions sessions, FeedRegistration registration) {
        this(sessions, registration, InstantSource.system());
    }

    /// @param clock what a lease's end is compared with
    public PostgresFeeds(Sessions sessions, FeedRegistration registration, InstantSource clock) {
        this.sessions = sessions;
        this.registration = registration;
        this.clock = clock;
    }

    @Override
    public Uni<Void> register(Collection<String> feeds) {
        return registration.register(feeds);
    }

    @Override
    public Uni<Optional<FeedLease>> hold(String feed, String owner, Duration term) {
        return change(feed, row -> row.hold(owner, clock.instant(), term));
    }

    @Override
    public Uni<Void> renew(FeedLease lease, Duration term) {
        return change(
                        lease.feed(),
                        row -> {
                            if (!row.isUnder(lease)) {
                                throw new LeaseLost(lease.feed(), lease.fence());
                            }
                            row.extend(clock.instant(), term);
                            return row;
                        })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> began(FeedLease lease) {
        return underFence(lease, row -> row.began(clock.instant()));
    }

    @Override
    public Uni<Void> succeeded(FeedLease lease) {
        return underFence(lease, row -> row.succeeded(clock.instant()));
    }

    @Override
    public Uni<Void> failed(FeedLease lease, String error, Instant retryAt) {
        return underFence(lease, row -> row.failed(error, retryAt, clock.instant()));
    }

    @Override
    public Uni<Optional<Pause>> pause(String feed) {
        return sessions.read(session -> found(session, feed).getSingleResultOrNull())
                .map(row -> known(feed, row).pauseOfIt());
    }

    @Override
    public Uni<List<FeedPulse>> all() {
        return sessions.read(session ->
                        session.createSelectionQuery("from FeedRow order by code", FeedRow.class)
                                .getResultList())
                .map(rows -> rows.stream().map(FeedRow::pulse).toList());
    }

    @Override
    public Uni<Void> release(String owner) {
        String update =
                "update versioned FeedRow set leaseOwner = null, leaseUntil = null, pollingSince ="
                        + " null where leaseOwner = :owner";
        return sessions.change(session ->
                        session.createMutationQuery(update)
                                .setParameter("owner", owner)
                                .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Void> underFence(FeedLease lease, Consumer<FeedRow> change) {
        return change(
                        lease.feed(),
                        row -> {
                            if (row.isUnder(lease)) change.accept(row);
                            return row;
                        })
                .replaceWithVoid();
    }

    Instant now() {
        return clock.instant();
    }

    /// Changes a feed under its row's lock.
    ///
    /// @return fails with [IllegalArgumentException] if there is no such feed
    <T> Uni<T> change(String feed, Function<FeedRow, T> change) {
        return sessions.change(session ->
                found(session, feed)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull()
                        .map(row -> change.apply(known(feed, row))));
    }

    private static SelectionQuery<FeedRow> found(Session session, String feed) {
        return session.createSelectionQuery("from FeedRow where code = :code", FeedRow.class)
                .setParameter("code", feed);
    }

    private static FeedRow known(String feed, @Nullable FeedRow row) {
        if (row == null) throw new IllegalArgumentException("no such feed: " + feed);
        return row;
    }
}
