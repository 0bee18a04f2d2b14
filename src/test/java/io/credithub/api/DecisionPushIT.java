package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.recognition.PushDecisions;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How decisions come to the ledger, whatever happens in between.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class DecisionPushIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FEED = "/api/v1/feeds/county-recognition";
    private static final String RECOGNISE = "{\"outcome\":\"RECOGNISE\"}";

    @Inject ApiKeys keys;
    @Inject Pool pool;
    @Inject PushDecisions pushes;

    private final Claims claims = new Claims(() -> keys);

    @BeforeEach
    void aSchoolAndItsTeacher() {
        claims.enrol();
    }

    /// As after a crash before the push: the decision stands, and nothing has landed.
    @Test
    void whatCouldNotBePushedIsPushedLater() {
        String number = claims.submitted(claims.paper());
        operator(keys).post(FEED + "/pause").then().statusCode(200);
        try {
            JsonPath decided = claims.decided(number, RECOGNISE);
            assertThat(decided.getString("state")).isEqualTo("RECOGNISED");
            assertThat(decided.getString("dispatches[0].delivery")).isNull();
        } finally {
            operator(keys).post(FEED + "/resume").then().statusCode(200);
        }
        JsonPath claim = claims.posted(number, 1);
        Eventually.until(
                "its delivery is noted",
                () -> claims.one(number).get("dispatches[0].delivery") != null);
        assertThat(claim.getString("awards[0].credits")).isEqualTo("5.00");
    }

    /// As after a crash between the push and the note of it: pushed again, it is the same delivery.
    @Test
    void whatIsPushedTwiceIsPostedOnce() {
        String number = claims.submitted(claims.paper());
        claims.decided(number, RECOGNISE);
        long delivery = claims.posted(number, 1).getLong("dispatches[0].delivery");
        String id = number.substring(1).replaceFirst("^0+", "");
        pool.query("update recognition_push set delivery_id = null where recognition_id = " + id)
                .execute()
                .await()
                .atMost(PATIENCE);
        assertThat(pushes.sweep().await().atMost(PATIENCE)).isNotNull();
        Eventually.until(
                "its delivery is noted again",
                () -> claims.one(number).get("dispatches[0].delivery") != null);
        JsonPath claim = claims.one(number);
        assertThat(claim.getLong("dispatches[0].delivery")).isEqualTo(delivery);
        assertThat(claim.getList("awards")).hasSize(1);
    }

    @Test
    void historyCannotBeRewritten() {
        for (String change :
                List.of(
                        "update recognition_event set note = 'x'",
                        "delete from recognition_event",
                        "update recognition_body set body = '{}'",
                        "update recognition_push set payload = ''",
                        "update recognition set school_code = 'x'")) {
            Throwable refused =
                    pool.query(change)
                            .execute()
                            .map(_ -> (Throwable) new AssertionError("was done: " + change))
                            .onFailure()
                            .recoverWithItem(failure -> failure)
                            .await()
                            .atMost(PATIENCE);
            assertThat(Objects.requireNonNull(refused)).hasMessageContaining("42501");
        }
    }

    @Test
    void nobodyElsePushesToTheFeedOfTheCounties() {
        operator(keys)
                .contentType("application/json")
                .body("{\"role\":\"FEED\",\"feed\":\"county-recognition\",\"label\":\"x\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("feed"));
        problem(
                feed(keys, "county-recognition")
                        .contentType("application/x-ndjson")
                        .body(new byte[] {'{', '}'})
                        .post(FEED + "/deliveries")
                        .then(),
                ProblemCode.NOT_A_PUSH_FEED);
    }
}
