package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// Whoever sends slowly keeps nobody else waiting, and not for long.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SlowBodiesIT.Bounds.class)
final class SlowBodiesIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PER_KEY = 40;
    private static final int AT_ONCE = 60;
    private static final int SENDERS = 205;
    private static final String PATH = "/api/v1/feeds/vendor-push/deliveries";

    /// Short times, so that the test is.
    public static final class Bounds implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "hub.work.backlog-max", "30",
                    "hub.api.body.per-key", String.valueOf(PER_KEY),
                    "hub.api.body.at-once", String.valueOf(AT_ONCE),
                    "hub.api.body.grace", "3s",
                    "hub.api.body.idle", "2s",
                    "hub.api.body.request-within", "3s",
                    "hub.api.connection.headers-within", "2s",
                    "hub.api.connection.per-address", "600",
                    "quarkus.http.limits.max-connections", "700");
        }
    }

    @Inject ApiKeys keys;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void manySlowBodiesOfOneKeyHoldUpNobodyElse() {
        List<Wire> slow = new ArrayList<>();
        String key = key();
        try {
            for (int no = 0; no < SENDERS; no++) slow.add(begun(key, "{"));
            byte[] quick = record().getBytes(StandardCharsets.UTF_8);
            Response alive = RestAssured.given().port(managementPort).get("/q/health/live");
            assertThat(alive.statusCode()).isEqualTo(200);
            assertThat(alive.time()).isLessThan(1_000);
            Response pushed =
                    feed(keys, "vendor-push")
                            .contentType("application/x-ndjson")
                            .body(quick)
                            .post(PATH);
            assertThat(pushed.statusCode()).isEqualTo(202);
            assertThat(pushed.time()).isLessThan(5_000);
            List<String> answers = slow.stream().map(wire -> wire.answer(SOON)).toList();
            assertThat(answers)
                    .filteredOn(one -> one.contains("HUB-5020"))
                    .hasSize(SENDERS - PER_KEY);
            assertThat(answers).filteredOn(one -> one.contains("HUB-5019")).hasSize(PER_KEY);
            assertThat(answers)
                    .allMatch(one -> one.contains("Retry-After: "))
                    .allMatch(one -> one.contains("application/problem+json"));
        } finally {
            slow.forEach(Wire::close);
        }
    }

    @Test
    void soManyAreTakenOfAllTogether() {
        List<Wire> slow = new ArrayList<>();
        try {
            String first = key();
            String second = key();
            for (int no = 0; no < PER_KEY; no++) slow.add(begun(first, "{"));
            for (int no = 0; no < PER_KEY; no++) slow.add(begun(second, "{"));
            List<String> answers = slow.stream().map(wire -> wire.answer(SOON)).toList();
            assertThat(answers)
                    .filteredOn(one -> one.startsWith("HTTP/1.1 503") && one.contains("HUB-5021"))
                    .hasSize(2 * PER_KEY - AT_ONCE);
        } finally {
            slow.forEach(Wire::close);
        }
        Eventually.until("there is room again", () -> push(key()).startsWith("HTTP/1.1 202"));
    }

    @Test
    void aDripIsTooSlowThoughItNeverStops() {
        try (Wire wire = begun(key(), "{")) {
            Eventually.until(
                    "the hub takes no more",
                    () -> {
                        wire.text("1\r\n \r\n");
                        return wire.answer(Duration.ofMillis(300)).contains("HUB-5019");
                    });
        }
    }

    @Test
    void aSlowRequestEndsToo() {
        String key = keys.issue(new Permission.Operator(), "slow").await().atMost(SOON).key();
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.head(
                    "POST /api/v1/keys HTTP/1.1\nHost: hub\nContent-Type: application/json\n"
                            + "Content-Length: 100\nAuthorization: Bearer "
                            + key
                            + "\n");
            assertThat(wire.text("{").answer(SOON)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aHeadThatIsNeverWholeEndsOnBothPorts() {
        for (int port : new int[] {RestAssured.port, managementPort}) {
            try (Wire silent = new Wire(port);
                    Wire begun = new Wire(port)) {
                begun.text("GET /health HTTP/1.1\r\nHost: hub\r\nX-A: ");
                assertThat(silent.isClosed(SOON)).isTrue();
                assertThat(begun.isClosed(SOON)).isTrue();
            }
        }
    }

    @Test
    void nothingIsLeftOfABodyWhoseSenderWentAway() {
        String key = key();
        for (int no = 0; no < 2 * PER_KEY; no++) {
            begun(key, "x".repeat(1 << 10)).close();
        }
        Eventually.until("its places are free", () -> push(key).startsWith("HTTP/1.1 202"));
        assertThat(operator(keys).get("/api/v1/feeds").statusCode()).isEqualTo(200);
    }

    private String push(String key) {
        try (Wire wire = begun(key, record())) {
            return wire.text("0\r\n\r\n").answer(SOON);
        }
    }

    private static String record() {
        return Answers.record("IT-slow", "IT-" + UUID.randomUUID(), 1);
    }

    /// A delivery of which the first piece came.
    private static Wire begun(String key, String piece) {
        Wire wire = new Wire(RestAssured.port);
        wire.head(
                "POST "
                        + PATH
                        + " HTTP/1.1\nHost: hub\nContent-Type: application/x-ndjson\n"
                        + "Transfer-Encoding: chunked\nAuthorization: Bearer "
                        + key
                        + "\n");
        return wire.chunk(piece.getBytes(StandardCharsets.UTF_8));
    }

    private String key() {
        return keys.issue(new Permission.FeedPermission("vendor-push"), "slow")
                .await()
                .atMost(SOON)
                .key();
    }
}
