package io.credithub.store.feed;

import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.feed.FeedLeases;
import io.credithub.flow.feed.FeedPulse;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// The life of a feed: paused or not, who polls it, where its cursor is, how its last poll went.
///
/// What happens to a feed is a method here, and nobody else sets anything. An update names what has
/// changed and nothing else, so that it needs no right to the rest: a feed keeps its code, and
/// landing alone says when something landed.
@Entity
@Table(name = "feed")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
class FeedRow {
    @Id Short id;

    @Column(updatable = false)
    String code;

    boolean paused;

    @Column(name = "paused_at")
    @Nullable Instant pausedAt;

    @Column(name = "cursor_position")
    @Nullable String position;

    @Column(name = "repull_from")
    @Nullable Instant repullFrom;

    @Column(name = "lease_owner")
    @Nullable String leaseOwner;

    @Column(name = "lease_until")
    @Nullable Instant leaseUntil;

    long fence;
    int failures;

    @Column(name = "failing_since")
    @Nullable Instant failingSince;

    @Column(name = "retry_at")
    @Nullable Instant retryAt;

    @Column(name = "last_error")
    @Nullable String lastError;

    @Column(name = "polling_since")
    @Nullable Instant pollingSince;

    @Column(name = "last_polled_at")
    @Nullable Instant lastPolledAt;

    @Column(name = "last_landed_at", updatable = false)
    @Nullable Instant lastLandedAt;

    @Version long version;

    Optional<FeedLease> hold(String owner, Instant now, Duration term) {
        boolean waits = retryAt != null && retryAt.isAfter(now);
        if (paused || waits || isHeldByAnother(owner, now)) return Optional.empty();
        if (!owner.equals(leaseOwner) || leaseUntil == null || !leaseUntil.isAfter(now)) fence++;
        leaseOwner = owner;
        extend(now, term);
        return Optional.of(new FeedLease(code, fence, position, repullFrom, failures));
    }

    /// Whether nobody has taken the feed since.
    boolean isUnder(FeedLease lease) {
        return fence == lease.fence();
    }

    /// Written only in the second half of a term: a lease that is held every second costs nothing.
    void extend(Instant now, Duration term) {
        boolean isFresh = leaseUntil != null && leaseUntil.isAfter(now.plus(term.dividedBy(2)));
        if (!isFresh) leaseUntil = now.plus(term);
    }

    void began(Instant now) {
        pollingSince = now;
    }

    void succeeded(Instant now) {
        pollingSince = null;
        lastPolledAt = now;
        failures = 0;
        failingSince = null;
        retryAt = null;
        lastError = null;
        repullFrom = null;
    }

    void failed(String error, Instant again, Instant now) {
        if (failures == 0 || failingSince == null) failingSince = now;
        failures++;
        pollingSince = null;
        lastError = error;
        retryAt = again;
    }

    /// Whoever polls at this moment is shut out by the fence.
    void repull(Instant from) {
        position = from.toString();
        repullFrom = from;
        fence++;
        giveBack();
        retryAt = null;
    }

    /// Whoever polls at this moment stops after the page that is under way. To pause it again does
    /// not make the pause any younger.
    void pause(Instant now) {
        if (!paused) pausedAt = now;
        paused = true;
        giveBack();
    }

    /// What rests goes on at once: a new fence tells the process that waits for its next try.
    void resume() {
        if (paused || retryAt != null) {
            fence++;
            giveBack();
        }
        paused = false;
        pausedAt = null;
        retryAt = null;
    }

    Optional<FeedLeases.Pause> pauseOfIt() {
        return paused ? Optional.of(new FeedLeases.Pause(pausedAt)) : Optional.empty();
    }

    void giveBack() {
        leaseOwner = null;
        leaseUntil = null;
        pollingSince = null;
    }

    FeedPulse pulse() {
        return new FeedPulse(
                code, fence, paused, failures, pollingSince, lastPolledAt, lastLandedAt);
    }

    private boolean isHeldByAnother(String owner, Instant now) {
        return leaseOwner != null
                && !owner.equals(leaseOwner)
                && leaseUntil != null
                && leaseUntil.isAfter(now);
    }
}
