package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.ProblemCode;
import io.credithub.fixtures.FiledMatchings;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What other rules would change, told through the API. That applying them leads to what always
/// judging by them would have led to is a law of the registry, tried there.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class RecomputationsIT {
    private static final String RECOMPUTATIONS = "/api/v1/recomputations";
    private static final String MATCHINGS = "/api/v1/reconciliation/matchings";

    /// A county of Shanxi in which no other test has anybody.
    private static final String COUNTY = "140722";

    @Inject ApiKeys keys;

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), COUNTY);
    private final String teacherNo = teacher.teacherNo();

    @BeforeEach
    void aTeacherHasAnAward() {
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
        Response receipt =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(
                                Answers.record(teacherNo, teacherNo + "r", 40)
                                        .getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        Answers.settled(operator(keys), receipt.header("Location"));
    }

    /// 40 hours, provincial, centralised, excellent: 40 ÷ 3 × 1.2 in Shanxi; by Jianghan's rules, 8
    /// hours make one and no grade adds anything.
    @Test
    void whoWouldGainOrLoseIsToldByCountyAndTeacher() {
        int id = told("wuhan-jianghan");
        JsonPath told = reader(keys, COUNTY).get(RECOMPUTATIONS + "/" + id).jsonPath();
        assertThat(told.getString("state")).isEqualTo("TOLD");
        assertThat(told.getList("counties.division")).containsExactly(COUNTY);
        JsonPath mine = change(id);
        assertThat(mine.getString("before.earned")).isEqualTo("16.00");
        assertThat(mine.getString("after.earned")).isEqualTo("5.00");
        assertThat(told.getInt("counties[0].losing")).isPositive();
        assertThat(told.getList("policies.change")).contains("ADDED", "REMOVED");
        assertThat(told.getInt("done")).isEqualTo(told.getInt("teachers"));

        JsonPath statement =
                operator(keys).get("/api/v1/teachers/" + teacherNo + "/statement").jsonPath();
        assertThat(statement.getList("entries.credits")).containsExactly("16.00");
    }

    @Test
    void whatTheLedgerSaidOnADayIsToldByCountyAndSchoolYear() {
        String counties = "/api/v1/ledger/counties";
        JsonPath today = reader(keys, COUNTY).get(counties).jsonPath();
        assertThat(today.getList("division")).containsOnly(COUNTY);
        assertThat(today.getInt("find { it.schoolYear == 2022 }.teachers")).isPositive();
        assertThat(reader(keys, COUNTY).get(counties + "?asOf=2020-01-01").jsonPath().getList(""))
                .isEmpty();
        problem(
                        reader(keys, COUNTY).get(counties + "?asOf=2999-01-01").then(),
                        ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo("asOf"));
    }

    private JsonPath change(int id) {
        Response answer =
                reader(keys, COUNTY)
                        .get(RECOMPUTATIONS + "/" + id + "/teachers?limit=500&division=" + COUNTY);
        answer.then().statusCode(200);
        return answer.jsonPath().setRootPath("items.find { it.teacherNo == '" + teacherNo + "' }");
    }

    @Test
    void theRulesInForceWouldChangeNothing() {
        int id = told("shanxi-2017");
        JsonPath told = reader(keys, COUNTY).get(RECOMPUTATIONS + "/" + id).jsonPath();
        assertThat(told.getList("counties")).isEmpty();
        assertThat(told.getList("policies.change")).containsOnly("SAME");
    }

    @Test
    void whatCannotBeToldOrAppliedSaysWhy() {
        problem(ask("no-such-policy").then(), ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo("policy"));
        int id = told("wuhan-jianghan");
        problem(apply(id, "  ").then(), ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo("reason"));
        problem(apply(Integer.MAX_VALUE, "why").then(), ProblemCode.NOT_FOUND);
        JsonPath told = operator(keys).get(RECOMPUTATIONS + "/" + id).jsonPath();
        if (!told.getList("unjudged").isEmpty()) {
            problem(apply(id, "why").then(), ProblemCode.RULES_INCOMPLETE);
        }
    }

    @Test
    void onlyAnOperatorAsksAndDecidesAndNobodySeesOtherCounties() {
        int id = told("wuhan-jianghan");
        problem(
                reader(keys, COUNTY)
                        .contentType("application/json")
                        .body("{\"policy\":\"shanxi-2017\"}")
                        .post(RECOMPUTATIONS)
                        .then(),
                ProblemCode.FORBIDDEN);
        problem(feed(keys, "vendor-push").get(RECOMPUTATIONS).then(), ProblemCode.FORBIDDEN);
        String teachers = RECOMPUTATIONS + "/" + id + "/teachers";
        problem(
                reader(keys, "140105").get(teachers + "?division=" + COUNTY).then(),
                ProblemCode.BAD_PARAMETER);
        assertThat(reader(keys, "140105").get(teachers + "?limit=500").asString())
                .doesNotContain(teacherNo);
    }

    /// Nobody can have had 40 hours of it in a month, were an hour a day the most.
    @Test
    void anotherMatchingFileIsToldRecordByRecord() {
        JsonPath same = told("{\"file\":\"shanxi-2017\"}", true);
        assertThat(same.getString("kind")).isEqualTo("MATCHING");
        assertThat(same.getList("counties")).isEmpty();
        assertThat(same.getList("moves")).isEmpty();
        JsonPath told = told(yaml("hoursADayMax: 12", "hoursADayMax: 1"), true);
        assertThat(told.getString("subject")).contains("plausible.hoursADayMax 12.00 → 1.00");
        assertThat(told.getList("moves.hold")).contains("HOURS_A_DAY");
        JsonPath moved =
                reader(keys, COUNTY)
                        .get(
                                RECOMPUTATIONS
                                        + "/"
                                        + told.getInt("id")
                                        + "/records?limit=500&division="
                                        + COUNTY)
                        .jsonPath();
        assertThat(moved.getList("items.teacherNo")).contains(teacherNo);
        assertThat(moved.getList("items.after.state")).contains("HELD");
    }

    @Test
    void whatIsMatchedByIsListedAndADecisionWithoutATellingHoldsAtOnce() {
        problem(propose("{\"file\":\"shanxi-2017\"}", false).then(), ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo("reason"));
        JsonPath put = told("{\"file\":\"shanxi-2017\",\"reason\":\"as it was\"}", false);
        assertThat(put.getString("state")).isEqualTo("APPLIED");
        JsonPath all = reader(keys, COUNTY).get(MATCHINGS).jsonPath();
        assertThat(all.getList("onFile")).isEmpty();
        assertThat(all.getString("items[0].state")).isEqualTo("IN_FORCE");
        assertThat(all.getString("items[0].reason")).isEqualTo("as it was");
        assertThat(all.getString("items[1].state")).isEqualTo("FORMER");
        JsonPath one =
                reader(keys, COUNTY)
                        .get(MATCHINGS + "/" + all.getLong("items[0].number"))
                        .jsonPath();
        assertThat(one.getString("body")).contains("id: shanxi-2017");
        assertThat(one.getList("feeds.feed")).contains("vendor-push", "county-recognition");
        problem(reader(keys, COUNTY).get(MATCHINGS + "/999999").then(), ProblemCode.NOT_FOUND);
    }

    @Test
    void aMatchingFileIsCheckedAsTheCommandDoes() {
        problem(propose("{}", true).then(), ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo("file"));
        problem(propose("{\"file\":\"utopia\"}", true).then(), ProblemCode.BAD_PARAMETER);
        problem(propose(yaml("days: 31", "days: many"), true).then(), ProblemCode.RULE_FILES_WRONG)
                .body("field", equalTo("/sameProgramme/days"));
        String itself = yaml("days: 15", "days: 1").replace("id: another", "id: shanxi-2017");
        problem(propose(itself, true).then(), ProblemCode.RULE_FILES_WRONG);
    }

    /// The file in force under another name, for which there are no worked cases.
    private static String yaml(String piece, String instead) {
        String body =
                FiledMatchings.SHANXI
                        .body()
                        .replace("id: shanxi-2017", "id: another")
                        .replace(piece, instead);
        return new JsonObject().put("yaml", body).encode();
    }

    private JsonPath told(String body, boolean isDryRun) {
        Response asked = propose(body, isDryRun);
        asked.then().statusCode(202);
        return over(asked.jsonPath().getInt("id"));
    }

    private Response propose(String body, boolean isDryRun) {
        return operator(keys)
                .contentType("application/json")
                .body(body)
                .post(MATCHINGS + "?dryRun=" + isDryRun);
    }

    private JsonPath over(int id) {
        String path = RECOMPUTATIONS + "/" + id;
        Eventually.until(
                "over",
                () ->
                        operator(keys)
                                .get(path)
                                .jsonPath()
                                .getString("state")
                                .matches("TOLD|APPLIED"));
        return operator(keys).get(path).jsonPath();
    }

    private int told(String policy) {
        Response asked = ask(policy);
        asked.then().statusCode(202);
        return over(asked.jsonPath().getInt("id")).getInt("id");
    }

    private Response ask(String policy) {
        return operator(keys)
                .contentType("application/json")
                .body("{\"policy\":\"" + policy + "\"}")
                .post(RECOMPUTATIONS);
    }

    private Response apply(int id, String reason) {
        return operator(keys)
                .contentType("application/json")
                .body("{\"reason\":\"" + reason + "\"}")
                .post(RECOMPUTATIONS + "/" + id + "/apply");
    }
}
