package io.credithub.source.pull;

import static io.credithub.source.KnownFeeds.NATIONAL;
import static io.credithub.source.KnownFeeds.SECOND;
import static io.credithub.testing.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.feed.FeedControl;
import io.credithub.flow.feed.FeedStatus;
import io.credithub.flow.load.Backlog;
import io.credithub.source.FeedsProfile;
import io.credithub.source.RecordingLanding;
import io.credithub.source.RecordingLanding.Landed;
import io.credithub.source.SimulatedPlatform;
import io.credithub.source.SimulatedPlatform.Fault;
import io.credithub.source.poll.ReactiveBridge;
import io.credithub.source.poll.SourceConfig;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FeedsProfile.class)
@QuarkusTestResource(PostgresResource.class)
final class PullIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> MARKS =
            List.of("2023-07-01 08:00:00", "2023-07-01 18:20:11", "2023-07-02 02:00:00");

    @Inject RecordingLanding landing;
    @Inject FeedControl control;
    @Inject SourceConfig config;
    @Inject Backlog backlog;
    @Inject Pool pool;
    @Inject ReactiveBridge gate;

    @BeforeEach
    void everythingRests() {
        run("update feed set paused = true");
        run(
                "update feed set cursor_position = null, repull_from = null, failures = 0,"
                        + " retry_at = null, last_error = null, fence = fence + 1");
        landing.clear();
    }

    @AfterEach
    void nothingPolls() {
        run("update feed set paused = true");
    }

    @Test
    void pagesLandInOrderAndTheNextRunStartsBeforeTheLastMark() {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            resume(NATIONAL);
            until("three pages", () -> landing.of(NATIONAL).size() >= 3);
            until("a second run", () -> platform.starts().size() >= 2);
            assertThat(landing.of(NATIONAL).subList(0, 3).stream().map(PullIT::outline))
                    .containsExactly(
                            "{\"id\":\"R0\"} to 2023-07-01T00:00:00Z",
                            "{\"id\":\"R1\"} to 2023-07-01T10:20:11Z",
                            "{\"id\":\"R2\"} to 2023-07-01T18:00:00Z");
            assertThat(platform.starts().subList(0, 2))
                    .containsExactly("2000-01-01T00:00:00Z", "2023-07-01T17:50:00Z");
            assertThat(platform.logins)
                    .as("one login for all, both parts form-encoded")
                    .containsExactly("hub:a+secret%3A+with+%2B+and+%25");
        }
    }

    @Test
    void aPageIsLandedWithWhatItDeclares() {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            resume(NATIONAL);
            until("a page", () -> !landing.of(NATIONAL).isEmpty());
            assertThat(platform.requests).isNotEmpty();
            Delivery first = landing.of(NATIONAL).getFirst().delivery();
            assertThat(first.declared()).isEqualTo(new Declared(1L, 1L, 6450L));
            assertThat(first.statedAt()).isEqualTo(Instant.parse("2023-07-01T19:00:00Z"));
            assertThat(first.reference())
                    .isEqualTo(
                            "/api/v1/completions?updatedFrom=2000-01-01T00%3A00%3A00Z&pageSize=2");
        }
    }

    @Test
    void anExpiredTokenIsReplacedAndThePageStillComes() {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            platform.next(Fault.TOKEN_EXPIRED);
            resume(NATIONAL);
            until("all pages", () -> landing.of(NATIONAL).size() >= 3);
            assertThat(platform.logins).hasSizeGreaterThanOrEqualTo(2);
            assertThat(status(NATIONAL).failures()).isZero();
        }
    }

    @Test
    void aSourceThatFailsIsTriedAgainUntilItAnswers() {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            platform.next(Fault.BUSY, Fault.BREAKS_OFF, Fault.NOT_JSON, Fault.BUSY, Fault.BUSY);
            resume(NATIONAL);
            until("failures are on the books", () -> status(NATIONAL).failures() >= 2);
            assertThat(status(NATIONAL).lastError()).isNotBlank().doesNotContain("secret");
            until("all pages", () -> landing.of(NATIONAL).size() >= 3);
            until("the failures are over", () -> status(NATIONAL).failures() == 0);
            assertThat(status(NATIONAL).lastError()).isNull();
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgainUntilItIs() {
        resume(NATIONAL);
        until("failures are on the books", () -> status(NATIONAL).failures() >= 2);
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            until("all pages", () -> landing.of(NATIONAL).size() >= 3);
            assertThat(platform.requests).isNotEmpty();
        }
    }

    @Test
    void aPausedFeedIsNotAsked() {
        try (SimulatedPlatform national = platform(NATIONAL)) {
            resume(NATIONAL);
            until("a poll", () -> national.starts().size() >= 2);
            gate.await("a pause", PATIENCE, () -> control.pause(NATIONAL));
            until("it has come to rest", () -> owner(NATIONAL).isEmpty());
            int asked = national.requests.size();
            int[] looks = {0};
            until("a while has passed", () -> looks[0]++ > 100);
            assertThat(national.requests.size()).isLessThanOrEqualTo(asked + 1);
        }
    }

    @Test
    void aFeedOfWhichTooMuchWaitsRestsAndGoesOnByItself() {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            resume(NATIONAL);
            until("two runs", () -> platform.starts().size() >= 2);
            until("it rests", () -> fill() && status(NATIONAL).pollingSince() == null);
            assertThat(status(NATIONAL).state()).isEqualTo(FeedStatus.FeedState.RESTING);
            int asked = platform.requests.size();
            int[] looks = {0};
            until("a while has passed", () -> fill() && looks[0]++ > 50);
            assertThat(platform.requests.size()).isLessThanOrEqualTo(asked + 1);
            assertThat(status(NATIONAL).failures()).isZero();
            assertThat(status(NATIONAL).alarms()).isEmpty();
            until("the registry knows of none", () -> platform.requests.size() > asked + 1);
        }
    }

    /// As if more had landed than is done, for as long as the registry does not say otherwise.
    private boolean fill() {
        while (!backlog.isFull(NATIONAL)) backlog.landed(NATIONAL);
        return true;
    }

    @Test
    void aRepullGoesBackToTheDateAndThenOnAgain() {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            resume(NATIONAL);
            until("two runs", () -> platform.starts().size() >= 2);
            Instant from = Instant.parse("2021-09-01T00:00:00Z");
            gate.await("a re-pull", PATIENCE, () -> control.repull(NATIONAL, from));
            until(
                    "asked from the date, overlap included",
                    () -> platform.starts().contains("2021-08-31T23:50:00Z"));
            until(
                    "the cursor is at the end again",
                    () -> "2023-07-01T18:00:00Z".equals(status(NATIONAL).cursor()));
        }
    }

    @Test
    void aRunThatDiesInTheMiddleGoesOnFromTheLastPageThatLanded() {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            landing.failAfter(1);
            resume(NATIONAL);
            until("the next run", () -> platform.starts().size() >= 2);
            assertThat(platform.starts().get(1)).isEqualTo("2023-06-30T23:50:00Z");
            until("all pages", () -> landed("R0") && landed("R1") && landed("R2"));
        }
    }

    @Test
    void aSecondPlatformIsOnlyAnotherFile() {
        try (SimulatedPlatform second = platform(SECOND)) {
            resume(SECOND);
            until("all pages", () -> isLanded(SECOND, 3));
            assertThat(second.logins).isNotEmpty();
            assertThat(landing.of(NATIONAL)).isEmpty();
        }
    }

    /// This feed gives a page a second and tries again after a minute: on a busy machine the test
    /// does not wait for that.
    private boolean isLanded(String feed, int pages) {
        if (status(feed).retryAt() != null) resume(feed);
        return landing.of(feed).size() >= pages;
    }

    private SimulatedPlatform platform(String feed) {
        String url = Objects.requireNonNull(config.feeds().get(feed)).url().orElseThrow();
        return new SimulatedPlatform(URI.create(url), MARKS);
    }

    private static String outline(Landed landed) {
        String text = landed.text();
        String items = text.substring(text.indexOf('[') + 1, text.indexOf(']'));
        Delivery.CursorMove move = landed.delivery().cursor();
        return items + " to " + (move == null ? "nowhere" : move.position());
    }

    private boolean landed(String id) {
        return landing.of(NATIONAL).stream().anyMatch(one -> one.text().contains(id));
    }

    private void resume(String feed) {
        gate.await("a resumption", PATIENCE, () -> control.resume(feed));
    }

    private FeedStatus status(String feed) {
        return gate.await("the status", PATIENCE, control::status).stream()
                .filter(one -> one.code().equals(feed))
                .findFirst()
                .orElseThrow();
    }

    private String owner(String feed) {
        return pool.query("select coalesce(lease_owner, '') from feed where code = '" + feed + "'")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .atMost(PATIENCE);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }
}
