package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class FeedsIT {
    private static final String FEED = "/api/v1/feeds/vendor-push";

    @Inject ApiKeys keys;

    @Test
    void anOperatorPausesAndResumesAFeed() {
        operator(keys).post(FEED + "/pause").then().body("paused", equalTo(true));
        problem(push().then(), ProblemCode.FEED_PAUSED);
        operator(keys).post(FEED + "/resume").then().body("paused", equalTo(false));
        push().then().statusCode(202);
    }

    @Test
    void nobodyElseDoes() {
        problem(reader(keys, "140000").post(FEED + "/pause").then(), ProblemCode.FORBIDDEN);
        problem(feed(keys, "vendor-push").post(FEED + "/pause").then(), ProblemCode.FORBIDDEN);
    }

    @Test
    void everyFeedIsListedWithWhatBecameOfIt() {
        push().then().statusCode(202);
        reader(keys, "140000")
                .get("/api/v1/feeds")
                .then()
                .statusCode(200)
                .body("find { it.code == 'vendor-push' }.kind", equalTo("PUSH"))
                .body("find { it.code == 'vendor-push' }.paused", equalTo(false))
                .body("find { it.code == 'vendor-push' }.may.levels.size()", equalTo(5))
                .body("find { it.code == 'vendor-push' }.may.decides", empty())
                .body(
                        "find { it.code == 'county-recognition' }.may.forms",
                        contains("SELF_DIRECTED"))
                .body("find { it.code == 'county-recognition' }.may", not(hasKey("decides")))
                .body("find { it.code == 'vendor-push' }.may.registeredOnly", equalTo(false));
    }

    @Test
    void onlyWhatIsPulledIsPulledAgain() {
        String national = "/api/v1/feeds/national-platform";
        String time = "/repull?from=2024-01-01T00:00:00Z";
        problem(operator(keys).post(FEED + time).then(), ProblemCode.NOT_A_PULL_FEED);
        List<String> noPast =
                List.of(
                        "yesterday",
                        "",
                        "2099-01-01T00:00:00Z",
                        "-1000000000-01-01T00:00:00Z",
                        "%2B1000000000-12-31T23:59:59.999999999Z");
        for (String from : noPast) {
            problem(
                    operator(keys)
                            .urlEncodingEnabled(false)
                            .post(national + "/repull?from=" + from)
                            .then(),
                    ProblemCode.BAD_PARAMETER);
        }
        problem(operator(keys).post("/api/v1/feeds/nowhere/pause").then(), ProblemCode.NOT_FOUND);
    }

    private Response push() {
        String body = Answers.record("IT-feeds", UUID.randomUUID().toString(), 1);
        return feed(keys, "vendor-push")
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(FEED + "/deliveries");
    }
}
