package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.BusyCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whoever tries numbers one after the other is stopped, and takes nobody's place who has a key.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(VerifyFloodIT.Few.class)
final class VerifyFloodIT {
    private static final int BURST = 8;
    private static final int TRIES_MAX = 100;

    @Inject ApiKeys keys;

    /// A hub that answers one caller seldom.
    public static final class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hub.api.rate.per-second", "1", "hub.api.rate.burst", "" + BURST);
        }
    }

    @Test
    void whoTriesNumbersIsStopped() {
        int answered = 0;
        Response answer = tried(answered);
        while (answer.statusCode() == 404) { // one more is let through each second
            answered++;
            assertThat(answered).isLessThan(TRIES_MAX);
            answer = tried(answered);
        }

        problem(answer.then(), BusyCode.TOO_MANY_REQUESTS);
        assertThat(answered).isGreaterThanOrEqualTo(BURST);
        operator(keys).get("/api/v1/feeds").then().statusCode(200);
    }

    private static Response tried(int number) {
        return given().get("/verify/2026-2222222" + (222 + number));
    }
}
