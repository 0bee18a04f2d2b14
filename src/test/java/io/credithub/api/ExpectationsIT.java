package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.Answers.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.ProblemCode;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is expected and never arrives shows as such, to whom it concerns.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ExpectationsIT {
    private static final Random RANDOM = new Random();
    private static final String LISTS = "/api/v1/expectations/enrolments";
    private static final String HEAD = "教师编号,证件类型,证件号码,姓名,学时\n";

    @Inject ApiKeys keys;

    private final String mark = "%08x".formatted(RANDOM.nextInt());
    private final String programme = "研修 " + mark;
    private final int place = RANDOM.nextInt(450);

    /// Counties in which no other test has anybody.
    private final String county = "%06d".formatted(148_000 + 2 * place);

    private final String other = "%06d".formatted(148_001 + 2 * place);
    private final RosterTeacher came = RosterTeacher.draw(RANDOM, county);
    private final RosterTeacher stayedAway = RosterTeacher.draw(RANDOM, county);
    private final RosterTeacher elsewhere = RosterTeacher.draw(RANDOM, other);

    private void enrolAll() {
        for (RosterTeacher one : new RosterTeacher[] {came, stayedAway, elsewhere}) roster(one);
    }

    private void roster(RosterTeacher teacher) {
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    private static String byNumber(RosterTeacher teacher) {
        return teacher.teacherNo() + ",,,王䶮,40\n";
    }

    private static String byDocument(RosterTeacher teacher) {
        return ",RESIDENT," + teacher.idNumber() + ",王䶮,40\n";
    }

    private Response send(RequestSpecification sender, String rows, Map<String, ?> query) {
        return sender.contentType("text/csv; charset=UTF-8")
                .queryParams(query)
                .body((HEAD + rows).getBytes(UTF_8))
                .post(LISTS);
    }

    private Map<String, String> training() {
        return Map.of("name", programme, "startsOn", "2023-04-01", "endsOn", "2023-04-25");
    }

    private JsonPath list(RequestSpecification sender, String rows) {
        Response answer = send(sender, rows, training());
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private RequestSpecification vendor() {
        return feed(keys, "vendor-push");
    }

    private RequestSpecification registrar(String division) {
        return with(keys, new Permission.Registrar(new Jurisdiction(division)));
    }

    private void deliver(RosterTeacher teacher, String day) {
        String body =
                Answers.record(teacher.teacherNo(), teacher.teacherNo() + day, 40)
                        .replace("研修 " + teacher.teacherNo() + day, programme)
                        .replace("2023-05-01", day);
        Response receipt =
                vendor().contentType("application/x-ndjson")
                        .body(body.getBytes(UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        Answers.settled(operator(keys), receipt.header("Location"));
    }

    /// `enrolled completed awaited missing unknown unexpected` of the only list in sight.
    private String counts(RequestSpecification caller) {
        return caller.queryParam("programme", programme)
                .get("/api/v1/expectations")
                .jsonPath()
                .getString(
                        "items.collect { it.enrolled + ' ' + it.completed + ' ' + it.awaited"
                                + " + ' ' + it.missing + ' ' + it.unknown + ' ' + it.unexpected }");
    }

    private String missing(RequestSpecification caller, JsonPath list) {
        return caller.get("/api/v1/expectations/" + list.getLong("list") + "/missing")
                .jsonPath()
                .getString("items.teacherNo");
    }

    @Test
    void whoNeverArrivedIsMissing() {
        enrolAll();
        JsonPath list = list(vendor(), byNumber(came) + byDocument(stayedAway));
        deliver(came, "2023-05-01");
        assertThat(counts(operator(keys))).isEqualTo("[2 1 0 1 0 0]");
        assertThat(missing(operator(keys), list)).isEqualTo("[null]");
        deliver(stayedAway, "2023-05-26");
        assertThat(counts(operator(keys))).as("the last day of grace").isEqualTo("[2 2 0 0 0 0]");
    }

    @Test
    void whatComesAfterTheGraceIsNotWhatWasExpected() {
        enrolAll();
        list(vendor(), byNumber(came));
        deliver(came, "2023-05-27");
        assertThat(counts(operator(keys))).isEqualTo("[1 0 0 1 0 0]");
    }

    @Test
    void whoArrivesAndIsOnNoListIsUnexpected() {
        enrolAll();
        list(vendor(), byNumber(came));
        deliver(came, "2023-04-20");
        deliver(stayedAway, "2023-04-20");
        assertThat(counts(operator(keys))).isEqualTo("[1 1 0 0 0 1]");
        list(registrar(county), byNumber(stayedAway));
        assertThat(counts(operator(keys)))
                .as("the county expected one of them, the feed the other")
                .isEqualTo("[1 1 0 0 0 0, 1 1 0 0 0 0]");
    }

    @Test
    void aCountySeesItsOwnTeachersOnly() {
        enrolAll();
        JsonPath list = list(vendor(), byNumber(came) + byNumber(elsewhere));
        assertThat(counts(reader(keys, county))).isEqualTo("[1 0 0 1 0 0]");
        assertThat(missing(reader(keys, other), list)).isEqualTo("[" + elsewhere.teacherNo() + "]");
        assertThat(counts(reader(keys, "149998"))).isEqualTo("[]");
        reader(keys, "149998")
                .get("/api/v1/expectations/" + list.getLong("list") + "/missing")
                .then()
                .statusCode(404);
    }

    @Test
    void aCountyCannotExpectTeachersOfAnother() {
        enrolAll();
        assertThat(list(registrar(county), byNumber(elsewhere)).getInt("unknown")).isEqualTo(1);
        assertThat(counts(reader(keys, other))).isEqualTo("[]");
    }

    @Test
    void whoIsOnTheRosterLaterIsFoundThen() {
        roster(came);
        JsonPath list = list(vendor(), byNumber(came) + byDocument(stayedAway));
        assertThat(list.getInt("unknown")).isEqualTo(1);
        assertThat(counts(operator(keys))).isEqualTo("[2 0 0 2 1 0]");
        roster(stayedAway);
        assertThat(counts(operator(keys))).isEqualTo("[2 0 0 2 0 0]");
    }

    @Test
    void aNewerListReplacesTheOneBefore() {
        enrolAll();
        JsonPath first = list(vendor(), byNumber(came) + byNumber(stayedAway));
        JsonPath again = list(vendor(), byNumber(stayedAway) + byNumber(came));
        assertThat(again.getLong("list")).isEqualTo(first.getLong("list"));
        assertThat(again.getBoolean("unchanged")).isTrue();
        Map<String, String> previewing = new HashMap<>(training());
        previewing.put("dryRun", "true");
        JsonPath told = send(vendor(), byNumber(elsewhere), previewing).jsonPath();
        assertThat(told.getString("list")).isNull();
        assertThat(told.getLong("replaced")).isEqualTo(first.getLong("list"));
        JsonPath second = list(vendor(), byNumber(came) + byNumber(elsewhere));
        assertThat(second.getInt("added") + " " + second.getInt("gone")).isEqualTo("1 1");
        assertThat(counts(operator(keys))).isEqualTo("[2 0 0 2 0 0]");
        operator(keys)
                .get("/api/v1/expectations/" + first.getLong("list") + "/missing")
                .then()
                .statusCode(404);
    }

    @Test
    void aPersonStandsOnAListOnce() {
        enrolAll();
        Response answer = send(vendor(), byNumber(came) + byDocument(came), training());
        JsonPath told = answer.jsonPath();
        assertThat(told.getInt("enrolled") + " " + told.getList("findings.code"))
                .isEqualTo("1 [HUB-1019]");
    }

    @Test
    void somebodyElseUnderTheNumberIsRefused() {
        enrolAll();
        String rows = byNumber(came).replace("王䶮", "李四");
        assertThat(send(vendor(), rows, training()).jsonPath().getString("findings.code"))
                .isEqualTo("[HUB-2165]");
    }

    @Test
    void aListInGb18030IsRead() {
        enrolAll();
        Response answer =
                vendor().contentType("text/csv")
                        .queryParams(training())
                        .body((HEAD + byNumber(came)).getBytes(Charset.forName("GB18030")))
                        .post(LISTS);
        assertThat(answer.jsonPath().getInt("enrolled")).as(answer.asString()).isEqualTo(1);
    }

    @Test
    void aFeedSpeaksForItselfOnly() {
        Map<String, String> query = new HashMap<>(training());
        query.put("feed", "province-platform");
        problem(send(vendor(), "", query).then(), ProblemCode.FORBIDDEN);
        problem(send(registrar(county), "", query).then(), ProblemCode.FORBIDDEN);
        query.put("feed", "nobody");
        problem(send(operator(keys), "", query).then(), ProblemCode.UNKNOWN_FEED);
    }

    @Test
    void aPeriodIsNeeded() {
        Map<String, String> query = Map.of("programme", "NP-" + mark, "startsOn", "2023-04-01");
        problem(send(vendor(), "", query).then(), ProblemCode.BAD_PARAMETER);
    }

    private Response declare(String figures) {
        return vendor().contentType("application/json")
                .body("{\"month\":\"2021-03\"," + figures + "}")
                .post("/api/v1/expectations/totals");
    }

    private JsonPath month() {
        return operator(keys)
                .get("/api/v1/expectations/totals?feed=vendor-push&from=2021-03")
                .jsonPath();
    }

    @Test
    void aMonthIsToldBesideWhatWasDeclared() {
        enrolAll();
        deliver(came, "2021-03-31");
        deliver(stayedAway, "2021-04-01");
        int here = month().getInt("[0].accepted.records");
        assertThat(here).isPositive();
        String figures = "\"records\":%d,\"persons\":null,\"hours\":\"1000.5\"".formatted(here + 3);
        int no = declare(figures).then().statusCode(201).extract().jsonPath().getInt("no");
        declare(figures).then().statusCode(200);
        JsonPath told = month();
        assertThat(told.getInt("[0].difference.records")).isEqualTo(3);
        assertThat(told.getString("[0].difference.persons")).isNull();
        String hours = told.getString("[0].inForce.hours");
        assertThat(told.getFloat("[0].difference.hours"))
                .isEqualTo(1000.5f - Float.parseFloat(hours));
        declare("\"records\":%d".formatted(here)).then().statusCode(201);
        assertThat(month().getInt("[0].difference.records")).isZero();
        JsonPath history =
                vendor().get("/api/v1/expectations/totals/vendor-push/2021-03").jsonPath();
        assertThat(history.getList("no")).contains(no, no + 1);
    }

    @Test
    void aWithdrawnRecordBelongsToTheMonthOfItsLastContent() {
        enrolAll();
        deliver(came, "2021-06-02");
        String withdrawal =
                "{\"recordId\":\"%s2021-06-02\",\"revision\":2,\"status\":\"WITHDRAWN\"}\n"
                        .formatted(came.teacherNo());
        Response receipt =
                vendor().contentType("application/x-ndjson")
                        .body(withdrawal.getBytes(UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        Answers.settled(operator(keys), receipt.header("Location"));
        JsonPath told =
                operator(keys)
                        .get("/api/v1/expectations/totals?feed=vendor-push&from=2021-06")
                        .jsonPath();
        assertThat(told.getInt("[0].withdrawn.records")).isPositive();
        assertThat(told.getInt("[0].accepted.records")).isZero();
    }

    @Test
    void aFeedSeesItsOwnMonthsAndACountyNone() {
        problem(
                vendor().get("/api/v1/expectations/totals?feed=province-platform&from=2021-03")
                        .then(),
                ProblemCode.FORBIDDEN);
        problem(
                reader(keys, county).get("/api/v1/expectations/totals?from=2021-03").then(),
                ProblemCode.FORBIDDEN);
        vendor().get("/api/v1/expectations/totals?from=2021-03").then().statusCode(200);
    }

    @Test
    void aDeclarationHasAMonthAndRecords() {
        for (String body : new String[] {"{}", "{\"month\":\"2026-13\",\"records\":1}"}) {
            problem(
                    vendor().contentType("application/json")
                            .body(body)
                            .post("/api/v1/expectations/totals")
                            .then(),
                    ProblemCode.BAD_PARAMETER);
        }
        problem(declare("\"records\":-1").then(), ProblemCode.BAD_PARAMETER);
        problem(declare("\"records\":1,\"hours\":1.234").then(), ProblemCode.BAD_PARAMETER);
    }
}
