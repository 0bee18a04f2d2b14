package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.testing.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Role;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the database refuses for a reason that time does not mend. The reasons are constraints of
/// the test's own.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class BrokenChunksIT {
    private static final String PATH = "/api/v1/feeds/vendor-push/deliveries";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject ApiKeys keys;

    @TestHTTPResource(value = "/health", management = true)
    @SuppressWarnings("NullAway.Init")
    URL health;

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init")
    URL metrics;

    private final String id = "BC-" + UUID.randomUUID();

    @AfterEach
    void mend() throws SQLException {
        owner("alter table completion drop constraint if exists refused_by_test");
        owner("alter table delivery drop constraint if exists refused_by_test");
    }

    @Test
    void oneRecordThatCannotBePostedCostsItselfAndNoNeighbour() throws SQLException {
        owner(
                "alter table completion add constraint refused_by_test"
                        + " check (record_id not like '%%%s-poison') not valid".formatted(id));
        String body =
                record("a") + record("-poison") + record("c") + record("d") + record("-poison");
        JsonPath status = Answers.settled(operator(keys), push("ok" + id, body));
        assertThat(status.getMap("records"))
                .containsEntry("received", 5)
                .containsEntry("waiting", 3)
                .containsEntry("rejected", 2);
        JsonPath findings =
                operator(keys)
                        .get("/api/v1/deliveries/" + status.getLong("delivery") + "/findings")
                        .jsonPath();
        assertThat(findings.getList("items.code")).containsOnly("HUB-1021");
        assertThat(findings.getList("items.position")).containsExactlyInAnyOrder(1, 4);
        assertThat(findings.getString("items[0].value")).contains("SQLSTATE 23514");
    }

    @Test
    void aChunkThatGoesOnFailingIsBrokenInSightAndCanBeRetried() throws SQLException {
        String location = breakOne(record("a") + record("b"));
        JsonPath chunks = operator(keys).get(location + "/chunks").jsonPath();
        assertThat(chunks.getInt("[0].tries")).isEqualTo(3);
        assertThat(chunks.getString("[0].error")).contains("23514").doesNotContain(id);
        assertThat(chunks.getString("[0].brokenAt")).isNotNull();
        assertThat(brokenOfFeed()).isPositive();
        assertInHealthAndMetrics();
        assertThat(retry(location).statusCode()).isEqualTo(202);
        until("it is broken again", PATIENCE, () -> broken(location) == 1);
        mend();
        assertThat(retry(location).statusCode()).isEqualTo(202);
        JsonPath status = Answers.settled(operator(keys), location);
        assertThat(status.getInt("records.waiting")).isEqualTo(2);
        assertThat(status.getInt("chunksBroken")).isZero();
        JsonPath after = operator(keys).get(location + "/chunks").jsonPath();
        assertThat(after.getList("[0].acts.act")).containsExactly("RETRY", "RETRY");
        assertThat(after.getString("[0].acts[0].by")).isNotBlank();
        assertThat(after.getString("[0].acts[0].error")).contains("23514");
        Answers.problem(retry(location).then(), ProblemCode.NOT_BROKEN);
    }

    @Test
    void aChunkThatIsGivenUpHasEveryRecordRejected() throws SQLException {
        String location = breakOne(record("a") + record("b") + record("c"));
        Answers.problem(discard(location, "{}").then(), ProblemCode.BAD_PARAMETER);
        Answers.problem(discard(location, "{\"reason\":\" \"}").then(), ProblemCode.BAD_PARAMETER);
        mend();
        assertThat(discard(location, "{\"reason\":\"误报\\u0000\"}").statusCode()).isEqualTo(202);
        JsonPath status = Answers.settled(operator(keys), location);
        assertThat(status.getMap("records"))
                .containsEntry("received", 3)
                .containsEntry("rejected", 3)
                .containsEntry("unprocessed", 0);
        JsonPath findings = operator(keys).get(location + "/findings").jsonPath();
        assertThat(findings.getList("items.code")).hasSize(3).containsOnly("HUB-1022");
        assertThat(findings.getList("items.position")).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(findings.getString("items[0].value")).isEqualTo("误报\\u0000");
        JsonPath after = operator(keys).get(location + "/chunks").jsonPath();
        assertThat(after.getList("[0].acts.act")).containsExactly("DISCARD");
        assertThat(after.getString("[0].acts[0].reason")).isEqualTo("误报\\u0000");
        Answers.problem(discard(location, "{\"reason\":\"x\"}").then(), ProblemCode.NOT_BROKEN);
    }

    @Test
    void onlyAnOperatorMayAndOnlyForWhatIsThere() {
        Response other = feed(keys, "vendor-push").post("/api/v1/deliveries/1/chunks/0/retry");
        assertThat(other.statusCode()).as(Role.FEED).isEqualTo(403);
        Answers.problem(
                operator(keys).post("/api/v1/deliveries/999999999/chunks/0/retry").then(),
                ProblemCode.NOT_FOUND);
        Answers.problem(
                operator(keys).get("/api/v1/deliveries/999999999/chunks").then(),
                ProblemCode.NOT_FOUND);
    }

    /// Not even without its records can it be posted.
    private String breakOne(String body) throws SQLException {
        owner(
                "alter table delivery add constraint refused_by_test"
                        + " check (chunks_done = 0 or reference <> '%s') not valid".formatted(id));
        String location = push(id, body);
        until("it is broken", PATIENCE, () -> broken(location) == 1);
        return location;
    }

    private void assertInHealthAndMetrics() {
        Response well = RestAssured.get(health + "/well");
        assertThat(well.statusCode()).isEqualTo(503);
        assertThat(well.jsonPath().getMap("checks.find { it.name == 'chunks' }.data"))
                .containsKey("vendor-push");
        assertThat(RestAssured.get(health + "/ready").jsonPath().getString("status"))
                .isEqualTo("UP");
        assertThat(RestAssured.get(health + "/live").jsonPath().getString("status"))
                .isEqualTo("UP");
        until(
                "the gauge shows it",
                PATIENCE,
                () ->
                        RestAssured.get(metrics)
                                .asString()
                                .lines()
                                .anyMatch(line ->
                                        line.matches(
                                                "hub_chunks_broken\\{.*vendor-push.*\\} [1-9].*")));
    }

    private int broken(String location) {
        return operator(keys).get(location).jsonPath().getInt("chunksBroken");
    }

    private int brokenOfFeed() {
        return operator(keys)
                .get("/api/v1/feeds")
                .jsonPath()
                .getInt("find { it.code == 'vendor-push' }.counts.brokenChunks");
    }

    private Response retry(String location) {
        return operator(keys).post(location + "/chunks/0/retry");
    }

    private Response discard(String location, String body) {
        return operator(keys)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(location + "/chunks/0/discard");
    }

    private String push(String reference, String body) {
        Response answer =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .header("Idempotency-Key", reference)
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post(PATH);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.header("Location");
    }

    private String record(String end) {
        return Answers.record("T" + id, id + end, 40);
    }

    private static void owner(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                setting("quarkus.flyway.jdbc-url"),
                                setting("quarkus.flyway.username"),
                                setting("quarkus.flyway.password"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
