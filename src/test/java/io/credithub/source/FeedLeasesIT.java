package io.credithub.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.feed.FeedLeases;
import io.credithub.flow.reading.Content;
import io.credithub.flow.result.LeaseLost;
import io.credithub.source.poll.ReactiveBridge;
import io.credithub.store.connection.Sessions;
import io.credithub.store.feed.FeedRegistration;
import io.credithub.store.feed.PostgresFeeds;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two processes and one feed, on a clock that the test turns.
@QuarkusTest
@TestProfile(FeedsProfile.class)
@QuarkusTestResource(PostgresResource.class)
final class FeedLeasesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TERM = Duration.ofSeconds(60);
    private static final String FEED = "leased";

    @Inject FeedRegistration registration;
    @Inject Sessions sessions;
    @Inject RecordingLanding landing;
    @Inject Pool pool;
    @Inject ReactiveBridge gate;

    private Instant now = Instant.parse("2023-07-01T00:00:00Z");

    @BeforeEach
    void aFeedThatNobodyHolds() {
        ask(feeds -> feeds.register(List.of(FEED)).replaceWith(true));
        pool.query(
                        "update feed set paused = false, lease_owner = null, lease_until = null,"
                                + " failures = 0, retry_at = null, cursor_position = null"
                                + " where code = '"
                                + FEED
                                + "'")
                .execute()
                .await()
                .atMost(PATIENCE);
    }

    @Test
    void oneHoldsAndTheOtherWaitsForTheEndOfTheTerm() {
        FeedLease first = hold("a").orElseThrow();
        now = now.plus(TERM).minusMillis(1);
        assertThat(hold("b")).isEmpty();
        now = now.plusMillis(1);
        assertThat(hold("b")).map(FeedLease::fence).contains(first.fence() + 1);
        assertThat(hold("a")).isEmpty();
    }

    @Test
    void whoHoldsOnKeepsTheFence() {
        FeedLease first = hold("a").orElseThrow();
        for (int i = 0; i < 10; i++) {
            now = now.plus(TERM.dividedBy(2));
            assertThat(hold("a")).map(FeedLease::fence).contains(first.fence());
        }
    }

    @Test
    void theOldFenceIsRefusedByLandingAndByRenewal() {
        FeedLease old = hold("a").orElseThrow();
        now = now.plus(TERM);
        FeedLease young = hold("b").orElseThrow();
        assertThatThrownBy(() -> land(old)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> ask(feeds -> feeds.renew(old, TERM).replaceWith(true)))
                .isInstanceOf(LeaseLost.class);
        land(young);
    }

    @Test
    void theOldFenceCannotWriteFailures() {
        FeedLease old = hold("a").orElseThrow();
        now = now.plus(TERM);
        hold("b");
        ask(feeds -> feeds.failed(old, "late", now.plusSeconds(999)).replaceWith(true));
        assertThat(hold("b")).map(FeedLease::failures).contains(0);
    }

    @Test
    void aFailureLetsNobodyPollBeforeTheNextTry() {
        FeedLease lease = hold("a").orElseThrow();
        ask(feeds -> feeds.failed(lease, "away", now.plusSeconds(8)).replaceWith(true));
        assertThat(hold("a")).isEmpty();
        now = now.plusSeconds(8);
        assertThat(hold("a")).map(FeedLease::failures).contains(1);
    }

    @Test
    void whatIsGivenBackNeedNotBeWaitedFor() {
        hold("a");
        ask(feeds -> feeds.release("a").replaceWith(true));
        assertThat(hold("b")).isPresent();
    }

    @Test
    void aPausedFeedIsHeldByNobody() {
        hold("a");
        pool.query("update feed set paused = true, paused_at = now() where code = '" + FEED + "'")
                .execute()
                .await()
                .atMost(PATIENCE);
        assertThat(hold("a")).isEmpty();
        Optional<FeedLeases.Pause> pause = ask(feeds -> feeds.pause(FEED));
        assertThat(pause).isPresent();
    }

    @Test
    void sinceWhenAFeedFailsIsKeptUntilItSucceeds() {
        FeedLease lease = hold("a").orElseThrow();
        Instant first = now;
        ask(feeds -> feeds.failed(lease, "away", now.plusSeconds(8)).replaceWith(true));
        now = now.plusSeconds(8);
        FeedLease again = hold("a").orElseThrow();
        ask(feeds -> feeds.failed(again, "away", now.plusSeconds(8)).replaceWith(true));
        assertThat(since()).isEqualTo(first);
        ask(feeds -> feeds.succeeded(again).replaceWith(true));
        assertThat(since()).isNull();
    }

    private @Nullable Instant since() {
        String text = "select failing_since from feed where code = '" + FEED + "'";
        OffsetDateTime since =
                pool.query(text)
                        .execute()
                        .map(rows -> rows.iterator().next().getOffsetDateTime(0))
                        .await()
                        .atMost(PATIENCE);
        return since == null ? null : since.toInstant();
    }

    private void land(FeedLease lease) {
        Delivery delivery =
                new Delivery(
                        FEED,
                        "r",
                        Content.of(new byte[0]),
                        null,
                        Declared.NOTHING,
                        null,
                        new Delivery.CursorMove(lease.fence(), "p"));
        gate.await("landing", PATIENCE, () -> landing.land(delivery));
    }

    private Optional<FeedLease> hold(String owner) {
        return ask(feeds -> feeds.hold(FEED, owner, TERM));
    }

    private <T> T ask(Function<PostgresFeeds, Uni<T>> question) {
        PostgresFeeds feeds = new PostgresFeeds(sessions, registration, () -> now);
        return gate.await("the feed", PATIENCE, () -> question.apply(feeds));
    }
}
