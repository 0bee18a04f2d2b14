package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class KeysIT {
    private static final List<String> READ =
            List.of(
                    "/api/v1/feeds",
                    "/api/v1/reconciliation",
                    "/api/v1/reconciliation/differences");

    @Inject ApiKeys keys;

    @Test
    void nobodyGetsAProblemAndAChallenge() {
        problem(given().get("/api/v1/keys").then(), ProblemCode.UNAUTHENTICATED)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hub_0123456789ab_00", "wrong"})
    void aWrongKeyGetsTheSameAnswerAsNone(String key) {
        problem(
                given().header("Authorization", "Bearer " + key).get("/api/v1/keys").then(),
                ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void aReaderMayNotGiveKeysOut() {
        Permission reader = new Permission.Reader(new Jurisdiction("140000"));
        problem(with(keys, reader).get("/api/v1/keys").then(), ProblemCode.FORBIDDEN);
        problem(
                with(keys, reader)
                        .contentType("application/json")
                        .body("{}")
                        .post("/api/v1/keys")
                        .then(),
                ProblemCode.FORBIDDEN);
    }

    @Test
    void aRegistrarReadsWhatAReaderReadsAndASchoolNothing() {
        Jurisdiction county = new Jurisdiction("140105");
        Permission registrar = new Permission.Registrar(county);
        Permission school = new Permission.SchoolPermission("S-1", county);
        for (String address : READ) {
            assertThat(with(keys, registrar).get(address).statusCode()).as(address).isEqualTo(200);
            problem(with(keys, school).get(address).then(), ProblemCode.FORBIDDEN);
        }
        for (String address : List.of("/api/v1/keys", "/api/v1/deliveries")) {
            problem(with(keys, registrar).get(address).then(), ProblemCode.FORBIDDEN);
            problem(with(keys, school).get(address).then(), ProblemCode.FORBIDDEN);
        }
    }

    @Test
    void anOperatorGivesAKeyOutAndTakesItBack() {
        RequestSpecification operator = operator(keys);
        ApiKeys.IssuedKey issued =
                operator.contentType("application/json")
                        .body("{\"role\":\"OPERATOR\",\"label\":\"second\"}")
                        .post("/api/v1/keys")
                        .then()
                        .statusCode(201)
                        .extract()
                        .as(ApiKeys.IssuedKey.class);
        given().header("X-Api-Key", issued.key())
                .get("/api/v1/keys")
                .then()
                .statusCode(200)
                .body(containsString(issued.id()))
                .body(not(containsString(issued.key().substring(20))));
        operator(keys).delete("/api/v1/keys/" + issued.id()).then().statusCode(204);
        problem(
                given().header("X-Api-Key", issued.key()).get("/api/v1/keys").then(),
                ProblemCode.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"role":"KING","label":"x"}                         | role
                    {"label":"x"}                                       | role
                    {"role":"FEED","label":"x"}                         | feed
                    {"role":"FEED","feed":"nowhere","label":"x"}        | feed
                    {"role":"READER","division":"14","label":"x"}       | division
                    {"role":"REGISTRAR","label":"x"}                    | division
                    {"role":"SCHOOL","school":"S1","label":"x"}         | division
                    {"role":"SCHOOL","division":"140105","label":"x"}   | school
                    {"role":"SCHOOL","division":"140105","school":" ","label":"x"} | school
                    {"role":"OPERATOR"}                                 | label
                    """)
    void aWrongWishIsNamed(String wish, String parameter) {
        problem(
                        operator(keys)
                                .contentType("application/json")
                                .body(wish)
                                .post("/api/v1/keys")
                                .then(),
                        ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo(parameter));
    }

    @Test
    void brokenJsonIsAProblemThatDoesNotQuoteIt() {
        problem(
                        operator(keys)
                                .contentType("application/json")
                                .body("{\"label\": \"140101198001010016")
                                .post("/api/v1/keys")
                                .then(),
                        ProblemCode.BROKEN_BODY)
                .body(not(containsString("140101198001010016")));
    }

    @Test
    void everyRefusalOfTheServerIsAProblem() {
        RequestSpecification operator = operator(keys);
        problem(operator.get("/api/v1/nowhere").then(), ProblemCode.NOT_FOUND);
        problem(operator.get("/nowhere").then(), ProblemCode.NOT_FOUND);
        problem(operator.put("/api/v1/keys").then(), ProblemCode.METHOD_NOT_ALLOWED);
        problem(operator.delete("/api/v1/keys/0123456789ab").then(), ProblemCode.NOT_FOUND);
        problem(
                operator.contentType("text/plain").body("x").post("/api/v1/keys").then(),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        problem(
                operator(keys)
                        .contentType("application/json")
                        .body("x".repeat(70_000))
                        .post("/api/v1/keys")
                        .then(),
                ProblemCode.TOO_LARGE);
    }
}
