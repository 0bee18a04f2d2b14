package io.credithub.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.credithub.flow.ApiKeys;
import io.credithub.flow.Grant;
import io.credithub.flow.Jurisdiction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/// Callers and answers, as the tests of the API need them.
final class Answers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Answers() {}

    static RequestSpecification operator(ApiKeys keys) {
        return with(keys, new Grant.Operator());
    }

    static RequestSpecification reader(ApiKeys keys, String division) {
        return with(keys, new Grant.Reader(new Jurisdiction(division)));
    }

    static RequestSpecification feed(ApiKeys keys, String feed) {
        return with(keys, new Grant.Feed(feed));
    }

    static RequestSpecification with(ApiKeys keys, Grant grant) {
        String key = keys.issue(grant, "test").await().atMost(PATIENCE).key();
        return given().header("Authorization", "Bearer " + key);
    }

    static ValidatableResponse problem(ValidatableResponse answer, ProblemCode code) {
        return answer.statusCode(code.status())
                .contentType(startsWith(Problem.MEDIA_TYPE))
                .body("code", equalTo(code.code()))
                .body("status", equalTo(code.status()))
                .body("type", equalTo("urn:credithub:problem:" + code.code()));
    }
}
