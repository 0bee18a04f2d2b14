package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.Answers.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ReportCode;
import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.ApiKeys.IssuedKey;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportOrder;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports, as those see them who ask for them.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(PlantedReports.Planted.class)
final class ReportsIT {
    private static final String REPORTS = "/api/v1/reports";
    private static final String COUNTY = "149961";
    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject ApiKeys keys;
    @Inject PlantedReports planted;
    @Inject ReportJobs jobs;

    @BeforeEach
    void somethingIsCounted() {
        planted.statement().answer(_ -> Uni.createFrom().item(SampleReports.statement()));
    }

    private static void never(PlantedReports planted) {
        planted.statement().answer(_ -> Uni.createFrom().<ReportDocument>emitter(_ -> {}));
    }

    private static Response ask(RequestSpecification caller, String body) {
        return caller.contentType("application/json").body(body).post(REPORTS);
    }

    private static String wanted(String division, String format) {
        return "{\"name\":\"statement\",\"division\":\"%s\",\"schoolYear\":2025,\"format\":\"%s\"}"
                .formatted(division, format);
    }

    private String asked(RequestSpecification caller, String division, String format) {
        Response taken = ask(caller, wanted(division, format));
        taken.then().statusCode(202);
        return taken.header("Location");
    }

    private JsonPath made(String location) {
        Eventually.until(
                "made",
                () -> operator(keys).get(location).jsonPath().getString("state").equals("DONE"));
        return operator(keys).get(location).jsonPath();
    }

    @Test
    void whatThereIsIsTold() {
        reader(keys, COUNTY)
                .get(REPORTS)
                .then()
                .statusCode(200)
                .body("name", equalTo(List.of("statement", "teachers")))
                .body("[0].terms", hasItems("school", "state"))
                .body("[0].formats", hasItems("html", "xlsx", "pdf", "csv", "json"))
                .body("[1].namesPersons", equalTo(true));
    }

    @Test
    void aFileIsWhatItsDigestSays() throws NoSuchAlgorithmException {
        planted.statement().answer(_ -> Uni.createFrom().item(SampleReports.teachers(20_000)));
        String location = asked(reader(keys, COUNTY), COUNTY, "csv");
        JsonPath done = made(location);
        assertThat(done.getLong("rows")).isEqualTo(20_000);
        assertThat(done.getString("fileName")).isEqualTo("学年对账表-149961-2025.csv");
        assertThat(done.getString("file")).isEqualTo(location + "/file");
        Response file = reader(keys, COUNTY).get(location + "/file");
        file.then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("ETag", "\"" + done.getString("sha256") + "\"")
                .header("X-Content-SHA256", done.getString("sha256"))
                .header("Content-Length", done.getString("bytes"))
                .header(
                        "Content-Disposition",
                        containsString(
                                "filename*=UTF-8''%E5%AD%A6%E5%B9%B4%E5%AF%B9%E8%B4%A6"
                                        + "%E8%A1%A8-149961-2025.csv"))
                .header("Content-Disposition", containsString("statement-149961-2025.csv"));
        byte[] bytes = file.asByteArray();
        assertThat(bytes).hasSizeGreaterThan(1024 * 1024);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(done.getString("sha256"));
        reader(keys, COUNTY)
                .header("If-None-Match", "\"" + done.getString("sha256") + "\"")
                .get(location + "/file")
                .then()
                .statusCode(304);
        reader(keys, COUNTY).head(location + "/file").then().statusCode(200);
    }

    private static String known(String asOf) {
        return wanted(COUNTY, "json").replace("}", ",\"asOf\":\"" + asOf + "\"}");
    }

    @Test
    void aReportIsAskedForAsKnownOnAMoment() {
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Response taken = ask(reader(keys, COUNTY), known(moment.toString()));
        taken.then().statusCode(202).body("knownOn", equalTo(moment.toString()));
        JsonPath done = made(taken.header("Location"));
        assertThat(done.getString("asOf")).isEqualTo(moment.toString());
        assertThat(done.getString("fileName")).contains("学年对账表-149961-2025-");
        assertThat(planted.statement().asked().getLast().asOf()).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2999-01-01", "2999-01-01T00:00:00Z", "2026-08-31T08:00"})
    void whatIsNoMomentOrIsToComeIsRefused(String asOf) {
        problem(ask(reader(keys, COUNTY), known(asOf)).then(), ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo("asOf"));
    }

    @Test
    void todayIsNotOverYet() {
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        problem(ask(reader(keys, COUNTY), known(today)).then(), ProblemCode.BAD_PARAMETER);
    }

    @Test
    void whatWasKnownBeforeHistoryBeganNobodyKnows() {
        problem(
                        ask(reader(keys, COUNTY), known("2001-08-31")).then(),
                        ReportCode.NOT_KNOWN_SO_EARLY)
                .body("remedy.en", startsWith("not before 20"));
    }

    @Test
    void whoTookAFileIsInTheTrail() {
        String location = asked(reader(keys, COUNTY), COUNTY, "json");
        made(location);
        String id = location.substring(location.lastIndexOf('/') + 1);
        reader(keys, COUNTY).get(location + "/file").then().statusCode(200);
        JsonPath trail =
                operator(keys)
                        .queryParam("operation", "GET /api/v1/reports/{id}/file")
                        .get("/api/v1/audit?limit=50")
                        .jsonPath();
        assertThat(trail.getList("items.target", String.class)).contains("id=" + id);
        JsonPath acts =
                operator(keys)
                        .queryParam("operation", "POST /api/v1/reports")
                        .get("/api/v1/audit?limit=50")
                        .jsonPath();
        assertThat(acts.getList("items.target", String.class)).contains("report=" + id);
    }

    @Test
    void theSameWhileItIsOpenIsTheSameJob() {
        never(planted);
        RequestSpecification office = reader(keys, COUNTY);
        Response first = ask(office, wanted(COUNTY, "xlsx"));
        first.then().statusCode(202);
        Response again = ask(office, wanted(COUNTY, "xlsx"));
        again.then().statusCode(200).header("Location", first.header("Location"));
        office.delete(first.header("Location")).then().statusCode(200);
    }

    @Test
    void onlyWhoMaySeeTheWholeIsTold() {
        String location = asked(reader(keys, "149900"), "149900", "html");
        problem(reader(keys, COUNTY).get(location).then(), ProblemCode.NOT_FOUND);
        problem(reader(keys, COUNTY).get(location + "/file").then(), ProblemCode.NOT_FOUND);
        problem(reader(keys, COUNTY).delete(location).then(), ProblemCode.NOT_FOUND);
        reader(keys, "140000").get(location).then().statusCode(200);
        problem(reader(keys, "140000").delete(location).then(), ProblemCode.FORBIDDEN);
        problem(
                ask(reader(keys, COUNTY), wanted("149900", "html")).then(),
                ProblemCode.BAD_PARAMETER);
        with(keys, new Permission.Registrar(new Jurisdiction("140000")))
                .delete(location)
                .then()
                .statusCode(200);
    }

    @Test
    void whoMaySeeLessThanTheyAskedForOnceIsNotGivenTheFile() {
        IssuedKey key =
                keys.issue(new Permission.Reader(new Jurisdiction(COUNTY)), "test")
                        .await()
                        .atMost(SOON);
        ReportOrder wider =
                new ReportOrder(
                        ReportName.STATEMENT,
                        new Jurisdiction("149900"),
                        2025,
                        Map.of(),
                        ReportFormat.JSON,
                        ReportLanguage.ZH,
                        key.id());
        int id = jobs.ask(wider, 9).await().atMost(SOON).orElseThrow().job().id();
        made(REPORTS + "/" + id);
        RequestSpecification office = given().header("Authorization", "Bearer " + key.key());
        office.get(REPORTS + "/" + id).then().statusCode(200);
        problem(office.get(REPORTS + "/" + id + "/file").then(), ProblemCode.FORBIDDEN);
        reader(keys, "149900").get(REPORTS + "/" + id + "/file").then().statusCode(200);
    }

    @Test
    void aFileThatIsNotThereIsToldWhy() {
        never(planted);
        RequestSpecification office = reader(keys, COUNTY);
        String location = asked(office, COUNTY, "csv");
        problem(office.get(location + "/file").then(), ReportCode.NOT_MADE_YET);
        office.delete(location).then().statusCode(200).body("state", equalTo("CANCELLED"));
        problem(office.get(location + "/file").then(), ReportCode.NEVER_MADE);
    }

    @Test
    void anExpiredFileIsGoneAndItsDigestStays() {
        String location = asked(reader(keys, COUNTY), COUNTY, "csv");
        String digest = made(location).getString("sha256");
        jobs.expire(Duration.ZERO).await().atMost(SOON);
        problem(reader(keys, COUNTY).get(location + "/file").then(), ReportCode.KEPT_NO_MORE);
        reader(keys, COUNTY)
                .get(location)
                .then()
                .body("state", equalTo("EXPIRED"))
                .body("sha256", equalTo(digest));
    }

    @Test
    void whatFailedSaysWhy() {
        planted.statement()
                .answer(_ -> {
                    throw new IllegalStateException("inside");
                });
        RequestSpecification office = reader(keys, COUNTY);
        String location = asked(office, COUNTY, "csv");
        Eventually.until(
                "failed",
                () -> office.get(location).jsonPath().getString("state").equals("FAILED"));
        office.get(location).then().body("failure", startsWith("生成报表时出错"));
    }

    @Test
    void whatOneAskedForIsListed() {
        IssuedKey key =
                keys.issue(new Permission.Reader(new Jurisdiction(COUNTY)), "test")
                        .await()
                        .atMost(SOON);
        String first = asked(holder(key), COUNTY, "csv");
        String second = asked(holder(key), COUNTY, "json");
        JsonPath page = holder(key).get(REPORTS + "/jobs?limit=1").jsonPath();
        assertThat(REPORTS + "/" + page.getString("items[0].id")).isEqualTo(second);
        String more = REPORTS + "/jobs?limit=1&cursor=" + page.getString("next");
        JsonPath next = holder(key).get(more).jsonPath();
        assertThat(REPORTS + "/" + next.getString("items[0].id")).isEqualTo(first);
    }

    private static RequestSpecification holder(IssuedKey key) {
        return given().header("Authorization", "Bearer " + key.key());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                                      | name       | statement, teachers
                    {"name":"roll-up","format":"csv"}                                       | name       | statement, teachers
                    {"name":"statement"}                                                    | format     | html, xlsx, pdf, csv, json
                    {"name":"statement","format":"doc"}                                     | format     | html, xlsx, pdf, csv, json
                    {"name":"statement","format":"csv","language":"fr"}                     | language   | zh, en, both
                    {"name":"statement","format":"csv","division":"15"}                     | division   | 140105
                    {"name":"statement","format":"csv","division":"150000"}                 | division   | 140105
                    {"name":"statement","format":"csv","schoolYear":25}                     | schoolYear | 1990
                    {"name":"statement","format":"csv","terms":{"colour":"red"}}            | terms      | school, state
                    {"name":"statement","format":"csv","terms":{"state":""}}                | terms.state| 200
                    {"name":"statement","format":"csv","terms":{"state":"X"}}                | terms.state| SHORT
                    """)
    void whatIsWrongIsNamedWithWhatIsRight(String body, String parameter, String right) {
        problem(ask(reader(keys, COUNTY), body).then(), ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo(parameter.strip()))
                .body("detail", containsString(right.strip()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"140999, GET /api/v1/divisions", "140402, 140403"})
    void aDivisionInWhichNobodyStandsIsRefusedWithTheWayOut(String division, String way) {
        problem(ask(operator(keys), wanted(division, "csv")).then(), ReportCode.UNKNOWN_DIVISION)
                .body("parameter", equalTo("division"))
                .body("detail", containsString(way));
    }

    @Test
    void feedsAndSchoolsAskForNone() {
        problem(
                ask(Answers.feed(keys, "vendor-push"), wanted(COUNTY, "csv")).then(),
                ProblemCode.FORBIDDEN);
        var school = new Permission.SchoolPermission("S-1", new Jurisdiction(COUNTY));
        problem(ask(with(keys, school), wanted(COUNTY, "csv")).then(), ProblemCode.FORBIDDEN);
    }
}
