package io.credithub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A feed is pushed faster than it is worked on: while the table is held, no chunk is done.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SlowBodiesIT.Bounds.class)
final class BacklogIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PATH = "/api/v1/feeds/vendor-push/deliveries";
    private static final String STATE = "find { it.code == '%s' }.state";

    @Inject ApiKeys keys;
    @Inject Pool pool;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @ConfigProperty(name = "hub.work.backlog-max")
    int most;

    @Test
    void aFeedOfWhichTooMuchWaitsTakesNoMoreUntilSomeIsDone() {
        String key =
                keys.issue(new Permission.FeedPermission("vendor-push"), "backlog")
                        .await()
                        .atMost(SOON)
                        .key();
        SqlConnection holder = pool.getConnection().await().atMost(SOON);
        try {
            sql(holder, "begin");
            sql(holder, "lock table completion in access exclusive mode");
            String first = record();
            long delivery = push(key, first, "first").jsonPath().getLong("delivery");
            List<Response> taken = fill(key);
            assertThat(taken).hasSizeBetween(most - 2, most);
            assertRefusedWithoutItsBody(key);
            Response again = push(key, first, "first");
            assertThat(again.statusCode()).as(again.asString()).isEqualTo(202);
            assertThat(again.jsonPath().getLong("delivery")).isEqualTo(delivery);
            assertThat(push(key, record(), "first").statusCode()).isEqualTo(409);
            operator()
                    .get("/api/v1/feeds")
                    .then()
                    .body(STATE.formatted("vendor-push"), equalTo("RESTING"))
                    .body(STATE.formatted("province-platform"), equalTo("ON"));
            assertThat(backlog()).isGreaterThanOrEqualTo(most);
        } finally {
            sql(holder, "rollback");
            holder.close().await().atMost(SOON);
        }
        Eventually.until("it is taken", () -> push(key, record(), null).statusCode() == 202);
        Eventually.until("nothing waits", () -> backlog() == 0);
    }

    /// Pushes until one is refused.
    private List<Response> fill(String key) {
        List<Response> taken = new ArrayList<>();
        while (true) {
            Response answer = push(key, record(), null);
            if (answer.statusCode() == 429) {
                assertThat(answer.jsonPath().getString("code")).isEqualTo("HUB-5023");
                assertThat(answer.header("Retry-After")).isNotBlank();
                return taken;
            }
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
            taken.add(answer);
            assertThat(taken).hasSizeLessThanOrEqualTo(most);
        }
    }

    /// Nothing of it is sent: the answer is there all the same.
    private static void assertRefusedWithoutItsBody(String key) {
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.head(
                    "POST "
                            + PATH
                            + " HTTP/1.1\nHost: hub\nContent-Type: application/x-ndjson\n"
                            + "Content-Length: 1000\nIdempotency-Key: unknown\n"
                            + "Authorization: Bearer "
                            + key
                            + "\n");
            assertThat(wire.answer(SOON)).startsWith("HTTP/1.1 429").contains("HUB-5023");
        }
    }

    private static Response push(String key, String record, @Nullable String idempotencyKey) {
        RequestSpecification request =
                RestAssured.given()
                        .header("Authorization", "Bearer " + key)
                        .contentType("application/x-ndjson")
                        .body(record.getBytes(StandardCharsets.UTF_8));
        if (idempotencyKey != null) request.header("Idempotency-Key", idempotencyKey);
        return request.post(PATH);
    }

    private static String record() {
        return Answers.record("IT-backlog", "IT-" + UUID.randomUUID(), 1);
    }

    private RequestSpecification operator() {
        return Answers.operator(keys);
    }

    private double backlog() {
        String name = "hub_feed_backlog{source=\"vendor-push\"";
        return RestAssured.given()
                .port(managementPort)
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static void sql(SqlConnection holder, String sql) {
        holder.query(sql).execute().await().atMost(SOON);
    }
}
