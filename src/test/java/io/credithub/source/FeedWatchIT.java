package io.credithub.source;

import static io.credithub.source.HostileSource.dripping;
import static io.credithub.source.HostileSource.json;
import static io.credithub.source.HostileSource.text;
import static io.credithub.source.KnownFeeds.NATIONAL;
import static io.credithub.testing.Eventually.until;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.feed.FeedAlarm;
import io.credithub.flow.feed.FeedControl;
import io.credithub.flow.feed.FeedStatus;
import io.credithub.source.HostileSource.Script;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.component.timer.TimerConsumer;
import org.apache.camel.component.timer.TimerEndpoint;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A feed that hangs, fails or has died shows it, and goes on without a restart.
@QuarkusTest
@TestProfile(HostileProfile.class)
@QuarkusTestResource(PostgresResource.class)
final class FeedWatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GOOD =
            """
            {"code":0,"data":{"serverTime":"2023-07-02 03:00:00","count":1,"persons":1,"hours":1,\
            "watermark":"2023-07-01 18:20:11","items":[{"id":"a"}]}}\
            """;
    private static final Script GOOD_PAGE = out -> text(out, json(GOOD));

    @Inject RecordingLanding landing;
    @Inject FeedControl control;
    @Inject SourceConfig config;
    @Inject CamelContext camel;
    @Inject Pool pool;
    @Inject ReactiveBridge gate;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @BeforeEach
    void everythingRests() {
        run("update feed set paused = true");
        run(
                "update feed set cursor_position = null, repull_from = null, failures = 0,"
                        + " retry_at = null, last_error = null, failing_since = null,"
                        + " last_polled_at = null, polling_since = null,"
                        + " fence = fence + 1");
        landing.clear();
    }

    @AfterEach
    void nothingPolls() {
        run("update feed set paused = true");
    }

    @Test
    void aPollThatHangsIsAnAlarmAndFailuresAreOne() {
        try (HostileSource source = new HostileSource(address(), dripping("", ""))) {
            resume();
            until("it is polled", () -> status().pollingSince() != null);
            until("three failures", () -> status().failures() > 2);
            assertThat(status().alarms())
                    .extracting(FeedStatus.Alarm::kind)
                    .containsExactly(FeedAlarm.FAILING);
            source.pages = GOOD_PAGE;
            until("a success", () -> status().lastPolledAt() != null);
            assertThat(status().alarms()).isEmpty();
        }
    }

    @Test
    void aLandingThatHangsIsAnAlarmAndGivesWayToARepull() {
        try (HostileSource source = new HostileSource(address(), GOOD_PAGE)) {
            landing.hang();
            resume();
            until("an alarm", () -> alarms().contains(FeedAlarm.OVERDUE));
            assertThat(source.askedAt).hasSize(1);
            given().port(management).get("/q/health/well").then().statusCode(503);
            assertThat(metric("hub_feed_overdue")).isEqualTo("1.0");
            landing.clear();
            ask(() -> control.repull(NATIONAL, Instant.parse("2023-01-01T00:00:00Z")));
            until("a page", () -> !landing.of(NATIONAL).isEmpty());
            until("no alarm", () -> alarms().isEmpty());
            until("told", () -> metric("hub_feed_overdue").equals("0.0"));
            assertThat(metric("hub_route_alive")).isEqualTo("1.0");
            assertThat(metric("hub_feed_silent")).isEqualTo("0.0");
            assertThat(Double.parseDouble(metric("hub_feed_last_landed_seconds")))
                    .isBetween(0., 60.);
        }
    }

    @Test
    void aLandingHoldsNoThread() {
        try (HostileSource source = new HostileSource(address(), GOOD_PAGE)) {
            landing.hang();
            resume();
            until("it is asked", () -> source.askedAt.size() == 1);
            until("nobody waits", () -> waiting().isEmpty());
            assertThat(status().pollingSince()).as("the poll goes on").isNotNull();
            landing.clear();
            ask(() -> control.repull(NATIONAL, Instant.parse("2023-01-01T00:00:00Z")));
            until("a page", () -> !landing.of(NATIONAL).isEmpty());
        }
    }

    /// Threads that do something for the feed.
    private static List<String> waiting() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(one -> one.getKey().getName().contains(NATIONAL))
                .filter(one -> Arrays.toString(one.getValue()).contains("io.credithub.source."))
                .map(one -> one.getKey().getName())
                .toList();
    }

    @Test
    void anOperatorsActDoesNotWaitForAPageThatHangs() {
        run("update feed set failures = 0");
        Script silence = dripping("", "");
        try (HostileSource source = new HostileSource(address(), silence)) {
            resume();
            until("it is asked", () -> source.askedAt.size() == 1);
            ask(() -> control.pause(NATIONAL));
            source.pages = GOOD_PAGE;
            resume();
            until("a page", () -> !landing.of(NATIONAL).isEmpty());
            assertThat(status().failures()).isZero();
        }
    }

    @Test
    void aRouteWhoseThreadIsGoneIsStartedAgain() {
        try (HostileSource source = new HostileSource(address(), GOOD_PAGE)) {
            resume();
            until("a page", () -> !landing.of(NATIONAL).isEmpty());
            endThread();
            int asked = source.askedAt.size();
            untilAskedAgain(source, asked);
        }
    }

    @Test
    void aRouteThatWasStoppedIsStartedAgain() throws Exception {
        try (HostileSource source = new HostileSource(address(), GOOD_PAGE)) {
            resume();
            until("a page", () -> !landing.of(NATIONAL).isEmpty());
            camel.getRouteController().stopRoute(NATIONAL);
            int asked = source.askedAt.size();
            untilAskedAgain(source, asked);
        }
    }

    /// As an error does that nothing catches.
    private void endThread() {
        TimerEndpoint endpoint = (TimerEndpoint) camel.getRoute(NATIONAL).getEndpoint();
        TimerConsumer consumer = (TimerConsumer) camel.getRoute(NATIONAL).getConsumer();
        TimerTask error =
                new TimerTask() {
                    @Override
                    public void run() {
                        throw new LinkageError("on purpose");
                    }
                };
        endpoint.getTimer(consumer).schedule(error, 0);
        endpoint.removeTimer(consumer); // asking for it has counted
    }

    private void untilAskedAgain(HostileSource source, int asked) {
        try {
            until("it is asked again", () -> source.askedAt.size() > asked + 3);
        } catch (AssertionError never) {
            throw new AssertionError(String.valueOf(status()), never);
        }
    }

    private List<FeedAlarm> alarms() {
        return status().alarms().stream().map(FeedStatus.Alarm::kind).toList();
    }

    /// Of the feed, as Prometheus reads it.
    private String metric(String name) {
        String all = given().port(management).get("/q/metrics").asString();
        return all.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(NATIONAL))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("");
    }

    private URI address() {
        return URI.create(Objects.requireNonNull(config.feeds().get(NATIONAL)).url().orElseThrow());
    }

    private void resume() {
        ask(() -> control.resume(NATIONAL));
    }

    private void ask(Supplier<Uni<FeedStatus>> act) {
        gate.await("an act", PATIENCE, act);
    }

    private FeedStatus status() {
        return gate.await("the status", PATIENCE, control::status).stream()
                .filter(one -> one.code().equals(NATIONAL))
                .findFirst()
                .orElseThrow();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }
}
