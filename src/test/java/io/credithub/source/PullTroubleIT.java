package io.credithub.source;

import static io.credithub.source.KnownFeeds.NATIONAL;
import static io.credithub.source.KnownFeeds.SECOND;
import static io.credithub.testing.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.feed.FeedControl;
import io.credithub.flow.feed.FeedStatus;
import io.credithub.source.SimulatedPlatform.Fault;
import io.credithub.source.SimulatedPlatform.Reply;
import io.credithub.source.poll.FeedScheduler;
import io.credithub.source.poll.ReactiveBridge;
import io.credithub.source.poll.SourceConfig;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A source that misleads: what it says is shown as what it is, and the feed stands where it stood.
@QuarkusTest
@TestProfile(FeedsProfile.class)
@QuarkusTestResource(PostgresResource.class)
final class PullTroubleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject RecordingLanding landing;
    @Inject FeedControl control;
    @Inject SourceConfig config;
    @Inject FeedScheduler polling;
    @Inject Pool pool;
    @Inject ReactiveBridge gate;

    @BeforeEach
    void everythingRests() {
        run("update feed set paused = true");
        run(
                "update feed set cursor_position = null, repull_from = null, failures = 0,"
                        + " retry_at = null, last_error = null, failing_since = null,"
                        + " fence = fence + 1");
        landing.clear();
    }

    @AfterEach
    void nothingPolls() {
        run("update feed set paused = true");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aSourceThatWantsAnHourIsAskedAgainAfterTheLongestPause(int status) {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            platform.answers(query -> new Reply(status, Map.of("Retry-After", "3600"), "busy"));
            resume(NATIONAL);
            until("three requests", () -> platform.requests.size() >= 3);
            FeedStatus shown = status(NATIONAL);
            assertThat(shown.lastError()).contains("answers " + status);
            assertThat(shown.failures()).isPositive();
            assertThat(shown.failingSince()).isNotNull().isBefore(Instant.now());
        }
    }

    @Test
    void aFailureIsOverWithTheFirstSuccess() {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            platform.answers(query -> new Reply(500, Map.of(), ""));
            resume(NATIONAL);
            until("a failure", () -> status(NATIONAL).failures() > 0);
            platform.answers(query -> Reply.ok(page("", "")));
            until("a success", () -> status(NATIONAL).failures() == 0);
            assertThat(status(NATIONAL).failingSince()).isNull();
        }
    }

    @Test
    void aBrokenRecordLandsWithItsNeighboursAndTheFeedGoesOn() {
        String page = page("", "{\"id\":\"a\"},{\"id\":NaN,\"id\":{\"x\":\"\t\"}},{\"id\":\"c\"}");
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            platform.answers(query -> Reply.ok(page));
            resume(NATIONAL);
            until("the page", () -> !landing.of(NATIONAL).isEmpty());
            until("a second run", () -> platform.starts().size() > 1);
            assertThat(landing.of(NATIONAL).getFirst().text()).isEqualTo(page);
            assertThat(status(NATIONAL).failures()).isZero();
        }
    }

    @Test
    void aTimeOfChangeInTheFutureDoesNotCarryTheCursor() {
        String page =
                page("", "{\"id\":\"a\"}").replace("2023-07-01 18:20:11", "2099-12-31 23:59:59");
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            platform.answers(query -> Reply.ok(page));
            resume(NATIONAL);
            until("the page", () -> status(NATIONAL).cursor() != null);
            assertThat(status(NATIONAL).cursor())
                    .as("the time at which the page was made")
                    .isEqualTo("2023-07-01T19:00:00Z");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":50001,\"data\":{\"items\":[{\"id\":\"a\"}],\"watermark\":\"2023-07-01"
                        + " 18:20:11\"}}",
                "{\"code\":0,\"data\":{}}",
                "<html>sign in</html>",
                ""
            })
    void anErrorInAGoodAnswerIsAFailureAndTheCursorStays(String body) {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            platform.answers(query -> Reply.ok(body));
            resume(NATIONAL);
            until("a failure", () -> status(NATIONAL).failures() > 0);
            assertThat(status(NATIONAL).cursor()).isNull();
            assertThat(status(NATIONAL).lastError()).startsWith("an ");
            assertThat(landing.of(NATIONAL)).isEmpty();
        }
    }

    @Test
    void aPageThatIsCalledHtmlIsNone() {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            Map<String, String> html = Map.of("Content-Type", "text/html; charset=utf-8");
            platform.answers(query -> new Reply(200, html, page("", "{\"id\":\"a\"}")));
            resume(NATIONAL);
            until("a failure", () -> status(NATIONAL).failures() > 0);
            assertThat(landing.of(NATIONAL)).isEmpty();
        }
    }

    @Test
    void aRefusedTokenIsReplacedOnceThenItIsAFailure() {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            platform.answers(query -> Reply.ok("{\"code\":401,\"message\":\"token\"}"));
            resume(NATIONAL);
            until("two failures", () -> status(NATIONAL).failures() > 1);
            assertThat(platform.logins).hasSizeGreaterThanOrEqualTo(2);
            assertThat(status(NATIONAL).lastError()).contains("fresh access token");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void tokensInACircleEndInAFailure(int period) {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            platform.answers(query -> {
                int at = Integer.parseInt(query.getOrDefault("cursor", "-1"));
                int next = at + 1 == period ? 0 : at + 1;
                return Reply.ok(page(String.valueOf(next), "{\"id\":\"" + at + "\"}"));
            });
            resume(NATIONAL);
            until("a failure", () -> status(NATIONAL).failures() > 0);
            assertThat(status(NATIONAL).lastError()).contains("circle");
            assertThat(platform.requests).hasSizeLessThan(30);
        }
    }

    @Test
    void pagesOfNothingWithoutEndAreAFailure() {
        try (SimulatedPlatform platform = platform(NATIONAL)) {
            platform.answers(query -> Reply.ok(page(String.valueOf(System.nanoTime()), "")));
            resume(NATIONAL);
            until("a failure", () -> status(NATIONAL).failures() > 0);
            assertThat(platform.requests).hasSizeLessThan(60);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsAFailure() {
        try (SimulatedPlatform platform = platform(SECOND)) {
            platform.next(Fault.NEVER_ENDS);
            resume(SECOND);
            until("a failure", () -> status(SECOND).failures() > 0);
            assertThat(platform.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resume", "pause and resume", "repull"})
    void whatAnOperatorAsksForDoesNotWaitForTheNextTry(String act) {
        try (SimulatedPlatform platform = platform(SECOND)) {
            ask(() -> control.pause(SECOND));
            // One that began before would take the fault along, and tell nobody.
            until("no poll is under way", () -> !isPolling(SECOND));
            platform.next(Fault.BUSY);
            resume(SECOND);
            until("a failure", () -> status(SECOND).failures() == 1);
            assertThat(status(SECOND).retryAt()).isAfter(Instant.now().plusSeconds(30));
            if (act.startsWith("pause")) ask(() -> control.pause(SECOND));
            if (act.endsWith("resume")) resume(SECOND);
            else ask(() -> control.repull(SECOND, Instant.parse("2021-09-01T00:00:00Z")));
            until("the pages", () -> landing.of(SECOND).size() >= 3);
            assertThat(platform.starts()).hasSizeGreaterThan(1);
        }
    }

    private static String page(String next, String items) {
        return """
        {"code":0,"data":{"serverTime":"2023-07-02 03:00:00","count":1,"persons":1,"hours":64.5,\
        "watermark":"2023-07-01 18:20:11","next":"%s","items":[%s]}}\
        """
                .formatted(next, items);
    }

    private SimulatedPlatform platform(String feed) {
        String url = Objects.requireNonNull(config.feeds().get(feed)).url().orElseThrow();
        return new SimulatedPlatform(
                URI.create(url),
                List.of("2023-07-01 08:00:00", "2023-07-01 18:20:11", "2023-07-02 02:00:00"));
    }

    private boolean isPolling(String feed) {
        return polling.running().stream().anyMatch(lease -> lease.feed().equals(feed));
    }

    private void resume(String feed) {
        ask(() -> control.resume(feed));
    }

    private FeedStatus ask(Supplier<Uni<FeedStatus>> act) {
        return gate.await("an act", PATIENCE, act);
    }

    private FeedStatus status(String feed) {
        return gate.await("the status", PATIENCE, control::status).stream()
                .filter(one -> one.code().equals(feed))
                .findFirst()
                .orElseThrow();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }
}
