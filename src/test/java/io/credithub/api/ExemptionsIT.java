package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.BankCode;
import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.teacher.Balances;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the registry grants and decides, through the API and PostgreSQL.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ExemptionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject ApiKeys keys;
    @Inject Balances balances;

    private Customer customer;

    @BeforeEach
    void aTeacherWithATraining() {
        customer = Customer.draw(keys);
        customer.enrol();
        customer.train(2022, "a", 40);
    }

    @AfterEach
    void theProofHolds() {
        customer.assertTheProofHolds();
    }

    @Test
    void anExemptionIsInTheStandingUntilItIsTakenBack() {
        assertThat(year2022().getString("outcome")).isEqualTo("UNQUALIFIED");
        String id = exempt("MATERNITY", 2022).statusCode(201).extract().path("id");
        assertThat(year2022().getString("outcome")).isEqualTo("QUALIFIED");
        assertThat(year2022().getString("minimum")).isEqualTo("0.00");
        assertThat(standing("").getString("standing.years[0].minimum")).isEqualTo("0.00");
        problem(exempt("MATERNITY", 2022), BankCode.EXEMPTED_ALREADY);

        operator(keys).delete(customer.path() + "/exemptions/" + id).then().statusCode(204);

        assertThat(year2022().getString("outcome")).isEqualTo("UNQUALIFIED");
        problem(
                operator(keys).delete(customer.path() + "/exemptions/" + id).then(),
                ProblemCode.NOT_FOUND);
        JsonPath all = reader(keys, "140105").get(customer.path() + "/exemptions").jsonPath();
        assertThat(all.getString("[0].evidence")).isEqualTo("批〔2022〕1号");
        assertThat(all.getString("[0].ended.by")).isNotBlank();
        exempt("MATERNITY", 2022).statusCode(201);
    }

    @Test
    void aDayBeforeItsGrantKnowsNoExemption() {
        exempt("ILLNESS", 2022).statusCode(201);
        String yesterday = "&asOf=" + Customer.today().minusDays(1);
        assertThat(standing(yesterday).getString("standing.years[0].minimum")).isEqualTo("20.00");
        assertThat(standing("").getString("standing.years[0].minimum")).isEqualTo("0.00");
    }

    @Test
    void aDecidedYearStaysAndLaterRecordsShowAsADifference() {
        operator(keys)
                .put(customer.path() + "/years/2022/result")
                .then()
                .statusCode(200)
                .body("recognised", equalTo("16.00"))
                .body("qualified", equalTo(false));
        customer.train(2022, "b", 20);

        JsonPath year = year2022();
        assertThat(year.getString("recognised")).isEqualTo("16.00");
        assertThat(year.getString("earned")).isEqualTo("24.00");
        assertThat(year.getString("decided.difference")).isEqualTo("8.00");
        problem(
                operator(keys).put(customer.path() + "/years/2022/result").then(),
                BankCode.YEAR_DECIDED);

        reopen("申诉核实").statusCode(204);

        assertThat(year2022().getString("recognised")).isEqualTo("24.00");
        problem(reopen("申诉核实"), ProblemCode.NOT_FOUND);
        JsonPath all =
                reader(keys, "140105").get(customer.path() + "/years/2022/result").jsonPath();
        assertThat(all.getList("reason")).containsExactly("申诉核实");
        assertThat(all.getString("[0].recognised")).isEqualTo("16.00");
    }

    @Test
    void aYearThatIsNotOverIsNotDecided() {
        int now = Customer.schoolYear();
        problem(
                operator(keys).put(customer.path() + "/years/" + now + "/result").then(),
                BankCode.YEAR_NOT_OVER);
    }

    @Test
    void theRosterTakesNothingOfItAway() {
        exempt("MATERNITY", 2022).statusCode(201);
        operator(keys).put(customer.path() + "/years/2022/result").then().statusCode(200);
        customer.enrol(customer.teacher().csv().replace("ACTIVE,,,", "ACTIVE,2010-09-01,,"));
        JsonPath year = year2022();
        assertThat(year.getString("minimum")).isEqualTo("0.00");
        assertThat(year.getString("decided.recognised")).isEqualTo("16.00");
    }

    @Test
    void theSumsThatPostingKeepsFollowWhatWasDecided() {
        operator(keys).put(customer.path() + "/years/2022/result").then().statusCode(200);
        customer.train(2022, "b", 20);
        customer.train(2022, "c", 20);
        assertThat(balances.of(2022).await().atMost(PATIENCE).get(customer.no()))
                .extracting(Balances.TeacherBalance::recognised)
                .isEqualTo(1_600L);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"kind":"HOLIDAY","schoolYear":2022,"evidence":"x"}     | kind
                    {"schoolYear":2022,"evidence":"x"}                      | kind
                    {"kind":"ILLNESS","evidence":"x"}                    | schoolYear
                    {"kind":"ILLNESS","schoolYear":70000,"evidence":"x"} | schoolYear
                    {"kind":"ILLNESS","schoolYear":2022}                 | evidence
                    {"kind":"ILLNESS","schoolYear":2022,"evidence":" "}  | evidence
                    """)
    void aWrongWishIsNamed(String wish, String parameter) {
        problem(
                        operator(keys)
                                .contentType("application/json")
                                .body(wish)
                                .post(customer.path() + "/exemptions")
                                .then(),
                        ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exemptions", "/years/2022/result"})
    void aTeacherElsewhereIsAnsweredLikeOneThatDoesNotExist(String end) {
        Response elsewhere = reader(keys, "140200").get(customer.path() + end);
        Response nobody = reader(keys, "140200").get("/api/v1/teachers/IT-nobody" + end);
        problem(elsewhere.then(), ProblemCode.NOT_FOUND);
        assertThat(elsewhere.asString()).isEqualTo(nobody.asString());
        problem(feed(keys, "vendor-push").get(customer.path() + end).then(), ProblemCode.FORBIDDEN);
    }

    @Test
    void whatIsAnothersIsNotFound() {
        String id = exempt("ILLNESS", 2023).statusCode(201).extract().path("id");
        Customer other = Customer.draw(keys);
        other.enrol();
        for (String no : List.of(other.no(), "IT-nobody")) {
            problem(
                    operator(keys).delete("/api/v1/teachers/" + no + "/exemptions/" + id).then(),
                    ProblemCode.NOT_FOUND);
        }
        for (String none : List.of("x", UUID.randomUUID().toString())) {
            problem(
                    operator(keys).delete(customer.path() + "/exemptions/" + none).then(),
                    ProblemCode.NOT_FOUND);
        }
    }

    private ValidatableResponse exempt(String kind, int schoolYear) {
        String wish =
                "{\"kind\":\"%s\",\"schoolYear\":%d,\"evidence\":\"批〔2022〕1号\"}"
                        .formatted(kind, schoolYear);
        return operator(keys)
                .contentType("application/json")
                .body(wish)
                .post(customer.path() + "/exemptions")
                .then();
    }

    private ValidatableResponse reopen(String reason) {
        return operator(keys)
                .contentType("application/json")
                .body("{\"reason\":\"" + reason + "\"}")
                .delete(customer.path() + "/years/2022/result")
                .then();
    }

    private JsonPath year2022() {
        JsonPath statement =
                operator(keys).get(customer.path() + "/statement?cycle=2022").jsonPath();
        return statement.setRootPath("standing.years[0]");
    }

    private JsonPath standing(String more) {
        return operator(keys).get(customer.path() + "/standing?cycle=2022" + more).jsonPath();
    }
}
