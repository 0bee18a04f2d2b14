package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.credithub.api.problem.ProblemCode;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class StatementIT {
    @Inject ApiKeys keys;

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), "140105");
    private final String teacherNo = teacher.teacherNo();

    @BeforeEach
    void aTeacherIsInTheRoster() {
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200)
                .body("added", equalTo(1));
    }

    @Test
    void anEntryTellsWhatItIsWorthAndWhyAndWhereItComesFrom() {
        Response receipt = push(Answers.record(teacherNo, teacherNo + "a", 40));
        JsonPath statement = statement();
        assertThat(statement.getBoolean("verified")).isTrue();
        assertThat(statement.getString("entries[0].credits")).isEqualTo("16.00");
        assertThat(statement.getString("entries[0].components.experience")).isEqualTo("13.33");
        assertThat(statement.getString("entries[0].components.quality")).isEqualTo("2.67");
        assertThat(statement.getList("entries[0].paragraphs")).contains("四(一)", "四(二)");
        assertThat(statement.getList("entries[0].steps")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(statement.getString("entries[0].provenance.feed")).isEqualTo("vendor-push");
        assertThat(statement.getInt("entries[0].provenance.delivery"))
                .isEqualTo(receipt.jsonPath().getInt("delivery"));
        assertThat(statement.getString("entries[0].training.hours")).isEqualTo("40.00");
        assertThat(statement.getString("standing.earned")).isEqualTo("16.00");
        assertThat(statement.getString("standing.missing[0].credits")).isEqualTo("104.00");
    }

    @Test
    void aCorrectionReversesAndPostsAnew() {
        push(Answers.record(teacherNo, teacherNo + "a", 40));
        push(
                Answers.record(teacherNo, teacherNo + "a", 30)
                        .replace("\"level\"", "\"revision\":2,\"level\""));
        JsonPath statement = statement();
        assertThat(statement.getList("entries.credits"))
                .containsExactly("16.00", "-16.00", "12.00");
        assertThat(statement.getList("entries.reason"))
                .containsExactly("AWARDED", "CORRECTED", "AWARDED");
        assertThat(statement.getBoolean("verified")).isTrue();
        push("{\"recordId\":\"" + teacherNo + "a\",\"revision\":3,\"status\":\"WITHDRAWN\"}\n");
        statement = statement();
        assertThat(statement.getString("entries[3].reason")).isEqualTo("WITHDRAWN");
        assertThat(statement.getString("standing.earned")).isEqualTo("0.00");
    }

    @Test
    void whatALineSaidOfItselfItSaysForEver() {
        String record = Answers.record(teacherNo, teacherNo + "a", 40);
        push(record.replace("\"level\"", "\"revision\":1,\"level\""));
        push(record.replace("\"level\"", "\"revision\":2,\"level\"").replace(":40", ":30"));
        List<Object> before = told();
        assertThat(statement().getString("entries[1].cause.instead.criterion"))
                .isEqualTo("REVISION");
        push("{\"recordId\":\"" + teacherNo + "a\",\"revision\":3,\"status\":\"WITHDRAWN\"}\n");
        push(record.replace("\"level\"", "\"revision\":4,\"level\"").replace(":40", ":20"));
        assertThat(told().subList(0, 3)).isEqualTo(before);
        assertThat(statement().getList("entries.reason"))
                .containsExactly("AWARDED", "CORRECTED", "AWARDED", "WITHDRAWN", "AWARDED");
    }

    /// Why each line is there.
    private List<Object> told() {
        return statement().getList("entries.collect { [it.reason, it.why, it.cause] }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"140105", "140100", "140000"})
    void whoAnswersForTheCountySeesTheTeacher(String division) {
        reader(keys, division).get("/api/v1/teachers/" + teacherNo).then().statusCode(200);
        reader(keys, division).get(path()).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"140106", "140200", "130000"})
    void aTeacherElsewhereIsAnsweredLikeOneThatDoesNotExist(String division) {
        for (String end : List.of("", "/statement", "/statement?cycle=2022", "/standing")) {
            Response elsewhere = reader(keys, division).get("/api/v1/teachers/" + teacherNo + end);
            Response nobody = reader(keys, division).get("/api/v1/teachers/IT-nobody" + end);
            problem(elsewhere.then(), ProblemCode.NOT_FOUND);
            assertThat(elsewhere.asString()).isEqualTo(nobody.asString());
            assertThat(Answers.headers(elsewhere)).isEqualTo(Answers.headers(nobody));
        }
    }

    @Test
    void aFeedAndAStrangerSeeNobody() {
        problem(feed(keys, "vendor-push").get(path()).then(), ProblemCode.FORBIDDEN);
        problem(given().get(path()).then(), ProblemCode.UNAUTHENTICATED);
        problem(given().get("/api/v1/teachers/" + teacherNo).then(), ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void anIdNumberIsMaskedEverywhere() {
        operator(keys)
                .get("/api/v1/teachers/" + teacherNo)
                .then()
                .body(containsString("**********"))
                .body(not(containsString(teacher.idNumber())));
        operator(keys).get(path()).then().body(not(containsString(teacher.idNumber())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023", "x", "99999999999"})
    void whatIsNoCycleIsABadParameter(String cycle) {
        problem(
                operator(keys)
                        .get("/api/v1/teachers/" + teacherNo + "/statement?cycle=" + cycle)
                        .then(),
                ProblemCode.BAD_PARAMETER);
    }

    @Test
    void theStandingOfADayIsWhatWasKnownThen() {
        push(Answers.record(teacherNo, teacherNo + "a", 40));
        JsonPath today = standing("?cycle=2022");
        assertThat(today.getString("standing.earned")).isEqualTo("16.00");
        assertThat(today.getInt("entries")).isEqualTo(1);
        JsonPath before = standing("?cycle=2022&asOf=2025-08-31");
        assertThat(before.getString("standing.earned")).isEqualTo("0.00");
        assertThat(before.getString("asOf")).isEqualTo("2025-08-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf=2999-01-01", "asOf=2025-02-30", "asOf=x", "cycle=2023"})
    void whatIsNoDayOrNoCycleIsABadParameter(String query) {
        problem(
                operator(keys).get("/api/v1/teachers/" + teacherNo + "/standing?" + query).then(),
                ProblemCode.BAD_PARAMETER);
    }

    @Test
    void theChainIsWholeAndTheProofHolds() {
        push(Answers.record(teacherNo, teacherNo + "a", 40));
        JsonPath chain = operator(keys).get("/api/v1/ledger/proof").jsonPath();
        assertThat(chain.getBoolean("whole")).isTrue();
        JsonPath proof = operator(keys).get("/api/v1/reconciliation?recount=true").jsonPath();
        assertThat(proof.getString("invariants.findAll { !it.holds && it.about == 'HUB' }"))
                .isEqualTo("[]");
        assertThat(proof.getString("invariants.find { it.code == 'chain' }.figures[2].value"))
                .isEqualTo(chain.getString("headHash"));
    }

    private String path() {
        return "/api/v1/teachers/" + teacherNo + "/statement?cycle=2022";
    }

    private JsonPath statement() {
        return operator(keys).get(path()).then().statusCode(200).extract().jsonPath();
    }

    private JsonPath standing(String query) {
        return operator(keys)
                .get("/api/v1/teachers/" + teacherNo + "/standing" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Response push(String body) {
        Response receipt =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(202);
        Answers.settled(operator(keys), receipt.header("Location"));
        return receipt;
    }
}
