package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.Answers.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.credithub.api.problem.BankCode;
import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.Jwks;
import io.credithub.flow.certificate.Jws;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Certificates of credits, through the API and PostgreSQL.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class CertificatesIT {
    private static final String WISH = "{\"cycle\":2022,\"purpose\":\"TITLE\"}";

    @Inject ApiKeys keys;

    private Customer customer;

    @BeforeEach
    void aTeacherWithSixteenCredits() {
        customer = Customer.draw(keys);
        customer.enrol();
        customer.train(2022, "a", 40);
    }

    @AfterEach
    void theProofHolds() {
        customer.assertTheProofHolds();
    }

    @Test
    void aCertificateIsCheckedWithNothingButThePublicKeys() {
        JsonPath issued = issue(WISH).statusCode(201).extract().jsonPath();
        String set = given().get("/api/v1/certificates/keys").then().extract().asString();

        Jws.Check check = Jws.check(issued.getString("code"), Jwks.read(set));

        assertThat(check).isInstanceOf(Jws.Check.Valid.class);
        Certificate says = Certificate.read(((Jws.Check.Valid) check).jws().payload());
        assertThat(says.number()).isEqualTo(issued.getString("number"));
        assertThat(says.recognised()).isEqualTo("16.00");
        assertThat(says.required()).isEqualTo("120.00");
        assertThat(says.teacher().number()).isEqualTo(customer.no());
        assertThat(says.teacher().idMasked()).contains("**********");
        assertThat(says.canonical()).doesNotContain(customer.teacher().idNumber());
        assertThat(says.policy().source()).isEqualTo("晋教师〔2017〕14号");
        assertThat(says.asOf()).isEqualTo(Customer.today().toString());
        assertThat(says.years()).hasSize(5);
    }

    @Test
    void aPastDayIsCertifiedAsItWasKnown() {
        String day = Customer.today().minusDays(1).toString();
        issue("{\"cycle\":2022,\"purpose\":\"AWARD\",\"asOf\":\"" + day + "\"}")
                .statusCode(201)
                .body("certificate.recognised", equalTo("0.00"))
                .body("certificate.asOf", equalTo(day));
    }

    @Test
    void aCertificateIsListedAndGivenAsJsonAndAsText() {
        String number = issue(WISH).statusCode(201).extract().path("number");
        assertThat(customer.get("/certificates").getList("number")).containsExactly(number);
        assertThat(customer.get("/certificates/" + number).getString("certificate.verdict"))
                .isEqualTo(customer.get("/statement?cycle=2022").getString("standing.verdict"));
        String text =
                operator(keys)
                        .accept("text/plain")
                        .get(customer.path() + "/certificates/" + number)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(text).startsWith("教师培训学分证明").contains("王䶮", number, "eyJ");
        problem(
                operator(keys).get(customer.path() + "/certificates/2026-X").then(),
                ProblemCode.NOT_FOUND);
    }

    @Test
    void whatIsReservedForACertificateIsReleasedWhenItIsRevoked() {
        String wish = "{\"cycle\":2022,\"purpose\":\"TITLE\",\"reserve\":\"10.00\"}";
        JsonPath issued = issue(wish).statusCode(201).extract().jsonPath();
        assertThat(issued.getString("certificate.reserved")).isEqualTo("10.00");
        assertThat(available()).isEqualTo("6.00");
        problem(issue(wish), BankCode.NOT_ENOUGH_AVAILABLE);
        assertThat(customer.get("/certificates").getList("")).hasSize(1);
        assertThat(status(issued)).isEqualTo("VALID");

        revoke(issued).statusCode(204);

        assertThat(available()).isEqualTo("16.00");
        assertThat(status(issued)).isEqualTo("REVOKED");
        assertThat(customer.get("/certificates").getString("[0].reason")).isEqualTo("签发有误");
        problem(revoke(issued), ProblemCode.NOT_FOUND);
    }

    @Test
    void whatWasUsedStaysUsedWhenTheCertificateIsRevoked() {
        String wish = "{\"cycle\":2022,\"purpose\":\"TITLE\",\"reserve\":\"10.00\"}";
        JsonPath issued = issue(wish).statusCode(201).extract().jsonPath();
        String reservation = customer.get("/certificates").getString("[0].reservation");
        customer.post("/reservations/" + reservation + "/use", "").statusCode(204);
        revoke(issued).statusCode(204);
        assertThat(available()).isEqualTo("6.00");
    }

    @Test
    void nobodyLearnsAnythingFromTheStatusWithoutTheCode() {
        JsonPath issued = issue(WISH).statusCode(201).extract().jsonPath();
        String path = "/api/v1/certificates/" + issued.getString("number") + "/status";
        given().get(path + "?fingerprint=" + "0".repeat(64))
                .then()
                .statusCode(200)
                .body("status", equalTo("UNKNOWN"))
                .body(not(containsString(customer.no())));
        problem(given().get(path).then(), ProblemCode.BAD_PARAMETER);
    }

    @Test
    void onlyARegistrarOfThePlaceIssues() {
        Jurisdiction here = new Jurisdiction("140105");
        Jurisdiction elsewhere = new Jurisdiction("140106");
        String path = customer.path() + "/certificates";
        problem(
                with(keys, new Permission.Registrar(elsewhere))
                        .contentType("application/json")
                        .body(WISH)
                        .post(path)
                        .then(),
                ProblemCode.NOT_FOUND);
        problem(
                with(keys, new Permission.Reader(here))
                        .contentType("application/json")
                        .body(WISH)
                        .post(path)
                        .then(),
                ProblemCode.FORBIDDEN);
        with(keys, new Permission.Registrar(here))
                .contentType("application/json")
                .body(WISH)
                .post(path)
                .then()
                .statusCode(201)
                .body("certificate.issuedBy.division", equalTo("140105"));
        problem(reader(keys, "140106").get(path).then(), ProblemCode.NOT_FOUND);
        assertThat(reader(keys, "140105").get(path).jsonPath().getList("")).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"cycle":2022}                                      | purpose
                    {"cycle":2023,"purpose":"TITLE"}                    | cycle
                    {"purpose":"TITLE","asOf":"2999-01-01"}             | asOf
                    {"purpose":"TITLE","asOf":"x"}                      | asOf
                    {"purpose":"TITLE","reserve":"0"}                   | reserve
                    """)
    void aWrongWishIsNamed(String wish, String parameter) {
        problem(issue(wish), ProblemCode.BAD_PARAMETER).body("parameter", equalTo(parameter));
    }

    private ValidatableResponse issue(String wish) {
        return customer.post("/certificates", wish);
    }

    private ValidatableResponse revoke(JsonPath issued) {
        return operator(keys)
                .contentType("application/json")
                .body("{\"reason\":\"签发有误\"}")
                .delete(customer.path() + "/certificates/" + issued.getString("number"))
                .then();
    }

    private String available() {
        return customer.get("/account?cycle=2022").getString("available");
    }

    private static String status(JsonPath issued) {
        String set = given().get("/api/v1/certificates/keys").then().extract().asString();
        Jws.Check check = Jws.check(issued.getString("code"), Jwks.read(set));
        String fingerprint = ((Jws.Check.Valid) check).jws().fingerprint();
        return given().get(
                        "/api/v1/certificates/{number}/status?fingerprint={print}",
                        issued.getString("number"),
                        fingerprint)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }
}
