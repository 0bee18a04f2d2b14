package io.credithub.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.credithub.api.problem.Coded;
import io.credithub.api.problem.Problem;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;

/// Callers and answers, as the tests of the API need them.
final class Answers {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Answers() {}

    static RequestSpecification operator(ApiKeys keys) {
        return with(keys, new Permission.Operator());
    }

    static RequestSpecification reader(ApiKeys keys, String division) {
        return with(keys, new Permission.Reader(new Jurisdiction(division)));
    }

    static RequestSpecification feed(ApiKeys keys, String feed) {
        return with(keys, new Permission.FeedPermission(feed));
    }

    static RequestSpecification with(ApiKeys keys, Permission grant) {
        String key = keys.issue(grant, "test").await().atMost(PATIENCE).key();
        return given().header("Authorization", "Bearer " + key);
    }

    static ValidatableResponse problem(ValidatableResponse answer, Coded code) {
        return answer.statusCode(code.status())
                .contentType(startsWith(Problem.MEDIA_TYPE))
                .body("code", equalTo(code.code()))
                .body("status", equalTo(code.status()))
                .body("type", equalTo("urn:credithub:problem:" + code.code()));
    }

    /// What differs with every request tells nothing.
    static List<Header> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equals("X-Request-Id"))
                .toList();
    }

    /// A canonical completion as one line: provincial, centralised, excellent, in May 2023.
    static String record(String teacherNo, String recordId, int hours) {
        return """
        {"recordId":"%s","teacher":{"teacherNo":"%s","name":"王䶮"},"program":{"name":"研修 %s"},\
        "level":"PROVINCE","form":"CENTRALISED","hours":%d,"grade":"EXCELLENT",\
        "completedOn":"2023-05-01"}
        """
                .formatted(recordId, teacherNo, recordId, hours);
    }

    /// What became of a delivery, once all of its chunks are finished.
    static JsonPath settled(RequestSpecification operator, String location) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonPath status = operator.get(location).jsonPath();
        while (status.get("finishedAt") == null) {
            assertThat(System.nanoTime()).as("finished in time").isLessThan(deadline);
            status = operator.get(location).jsonPath();
        }
        return status;
    }
}
