package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Papers about one teacher, from what was pushed to what is filed.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class PersonReportsIT {
    private static final String COUNTY = "140105";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject ApiKeys keys;

    private Customer trained() {
        Customer customer = Customer.draw(keys);
        customer.enrol();
        customer.train(2022, "a", 40);
        customer.train(2022, "b", 30);
        customer.train(2023, "c", 24);
        customer.train(2023, "d", 20);
        customer.withdraw("d");
        return customer;
    }

    private static Response ask(RequestSpecification caller, String name, String terms) {
        return caller.contentType("application/json")
                .body(
                        ("{\"name\":\"%s\",\"division\":\"%s\",\"schoolYear\":2023,"
                                        + "\"format\":\"json\",\"terms\":{%s}}")
                                .formatted(name, COUNTY, terms))
                .post("/api/v1/reports");
    }

    private JsonPath ended(Response asked) {
        asked.then().statusCode(202);
        String location = asked.header("Location");
        Eventually.until(
                "ended", () -> operator(keys).get(location).jsonPath().get("finishedAt") != null);
        return operator(keys).get(location).jsonPath();
    }

    private JsonPath file(JsonPath job) {
        assertThat(job.getString("failure")).isNull();
        return operator(keys).get(job.getString("file")).jsonPath();
    }

    private static String teacher(Customer customer) {
        return "\"teacher\":\"" + customer.no() + "\"";
    }

    @Test
    void aStatementSaysWhatTheAccountSays() {
        Customer customer = trained();
        JsonPath account = customer.get("/statement?cycle=2022");
        JsonPath said =
                file(ended(ask(reader(keys, COUNTY), "teacher-statement", teacher(customer))));
        assertThat(said.getString("headline.zh"))
                .contains(account.getString("standing.recognised"))
                .contains(account.getString("standing.required"));
        String sections = "sections.find { it.key == '%s' }.";
        String years = sections.formatted("years");
        assertThat(said.getString(years + "totals.recognised"))
                .isEqualTo(account.getString("standing.recognised"));
        assertThat(said.getString(years + "totals.credits"))
                .isEqualTo(account.getString("standing.earned"));
        String records = sections.formatted("records");
        assertThat(said.getInt(records + "count")).isEqualTo(3);
        assertThat(said.getString(records + "totals.credits"))
                .isEqualTo(account.getString("standing.earned"));
        assertThat(said.getString(records + "totals.hours")).isEqualTo("94.00");
        assertThat(said.getString(records + "rows[0].paragraphs")).contains("四(一)");
        assertThat(said.getList(sections.formatted("missing") + "rows.filledBy"))
                .isEqualTo(account.getList("standing.missing.filledBy.zh"))
                .isNotEmpty();
        assertThat(said.getInt(sections.formatted("reversed") + "count")).isEqualTo(1);
        assertThat(said.getString(sections.formatted("teacher") + "rows[0].document"))
                .contains("**********");
        assertThat(said.prettify()).doesNotContain(customer.teacher().idNumber());
    }

    @Test
    void ofATeacherElsewhereNothingIsSaid() {
        Customer customer = trained();
        for (String terms : List.of(teacher(customer), "\"teacher\":\"nobody\"")) {
            Response asked =
                    reader(keys, "140106")
                            .contentType("application/json")
                            .body(
                                    ("{\"name\":\"teacher-statement\",\"schoolYear\":2023,"
                                                    + "\"format\":\"json\",\"terms\":{%s}}")
                                            .formatted(terms))
                            .post("/api/v1/reports");
            assertThat(ended(asked).getString("failure"))
                    .isEqualTo("辖区内没有该编号的教师 · no teacher of that number in your division");
        }
    }

    @Test
    void anIdentityNumberIsNoTerm() {
        Customer customer = trained();
        String number = customer.teacher().idNumber();
        Response asked =
                ask(reader(keys, COUNTY), "teacher-statement", "\"teacher\":\"" + number + "\"");
        problem(asked.then(), ProblemCode.BAD_PARAMETER);
        assertThat(asked.asString()).doesNotContain(number);
        problem(
                ask(reader(keys, COUNTY), "teacher-statement", "").then(),
                ProblemCode.BAD_PARAMETER);
        problem(
                ask(
                                reader(keys, COUNTY),
                                "teacher-statement",
                                teacher(customer) + ",\"cycle\":\"2023\"")
                        .then(),
                ProblemCode.BAD_PARAMETER);
    }

    @Test
    void aCertificateIsPrintedAndVerifiedByItsNumber() {
        Customer customer = trained();
        String number =
                customer.post("/certificates", "{\"cycle\":2022,\"purpose\":\"TITLE\"}")
                        .statusCode(201)
                        .extract()
                        .path("number");
        String terms = "\"number\":\"" + number + "\"";
        JsonPath job = ended(ask(reader(keys, COUNTY), "certificate", terms));
        JsonPath said = file(job);
        assertThat(job.getString("verificationCode")).isEqualTo(number);
        assertThat(said.getString("verificationCode")).isEqualTo(number);
        assertThat(said.getString("headline.zh")).startsWith("兹证明王䶮在2022–2026 学年周期内");
        assertThat(said.getString("sections[0].rows"))
                .contains(number, customer.no(), "职称评审", "晋教师〔2017〕14号");
        JsonPath elsewhere =
                ended(
                        reader(keys, "140106")
                                .contentType("application/json")
                                .body(
                                        ("{\"name\":\"certificate\",\"format\":\"json\","
                                                        + "\"terms\":{%s}}")
                                                .formatted(terms))
                                .post("/api/v1/reports"));
        assertThat(elsewhere.getString("failure")).startsWith("辖区内没有该编号的证明");
    }

    @Test
    void aRevokedOneSaysSoBeforeAnythingElse() {
        Customer customer = trained();
        String number =
                customer.post("/certificates", "{\"cycle\":2022,\"purpose\":\"TITLE\"}")
                        .statusCode(201)
                        .extract()
                        .path("number");
        operator(keys)
                .contentType("application/json")
                .body("{\"reason\":\"签发有误\"}")
                .delete(customer.path() + "/certificates/" + number)
                .then()
                .statusCode(204);
        String terms = "\"number\":\"" + number + "\"";
        JsonPath said = file(ended(ask(reader(keys, COUNTY), "certificate", terms)));
        assertThat(said.getString("headline.zh")).isEqualTo("已作废。");
    }

    private static Response askAsOf(
            RequestSpecification caller, String name, String terms, String asOf) {
        return caller.contentType("application/json")
                .body(
                        ("{\"name\":\"%s\",\"division\":\"%s\",\"schoolYear\":2023,"
                                        + "\"format\":\"json\",\"asOf\":\"%s\",\"terms\":{%s}}")
                                .formatted(name, COUNTY, asOf, terms))
                .post("/api/v1/reports");
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private void change(Customer customer, String number) {
        customer.train(2023, "e", 20);
        customer.withdraw("a");
        customer.post(
                        "/exemptions",
                        "{\"kind\":\"ILLNESS\",\"schoolYear\":2024,\"evidence\":\"证明\"}")
                .statusCode(201);
        operator(keys)
                .contentType("application/json")
                .body("{\"reason\":\"签发有误\"}")
                .delete(customer.path() + "/certificates/" + number)
                .then()
                .statusCode(204);
    }

    /// Since records came and went, a year was exempted and the certificate was revoked.
    @Test
    void asKnownThenBothAreTheSameBytesAsThen() {
        Customer customer = trained();
        String number =
                customer.post("/certificates", "{\"cycle\":2022,\"purpose\":\"TITLE\"}")
                        .statusCode(201)
                        .extract()
                        .path("number");
        String certificate = "\"number\":\"" + number + "\"";
        Permission reading = new Permission.Reader(new Jurisdiction(COUNTY));
        String key = keys.issue(reading, "test").await().atMost(PATIENCE).key();
        JsonPath account = ended(ask(with(key), "teacher-statement", teacher(customer)));
        JsonPath paper = ended(ask(with(key), "certificate", certificate));
        change(customer, number);
        JsonPath revoked = file(ended(ask(with(key), "certificate", certificate)));
        assertThat(revoked.getString("headline.zh")).isEqualTo("已作废。");
        JsonPath accountThen =
                ended(
                        askAsOf(
                                with(key),
                                "teacher-statement",
                                teacher(customer),
                                account.getString("asOf")));
        JsonPath paperThen =
                ended(askAsOf(with(key), "certificate", certificate, paper.getString("asOf")));
        assertThat(accountThen.getString("failure")).isNull();
        assertThat(accountThen.getString("sha256")).isEqualTo(account.getString("sha256"));
        assertThat(paperThen.getString("sha256")).isEqualTo(paper.getString("sha256"));
        JsonPath now = ended(ask(with(key), "teacher-statement", teacher(customer)));
        assertThat(now.getString("sha256")).isNotEqualTo(account.getString("sha256"));
        assertThat(operator(keys).get(accountThen.getString("file")).asString())
                .isEqualTo(operator(keys).get(account.getString("file")).asString());
    }

    /// What names a person is told apart, so that it goes with the person.
    @Test
    void bothMayNamePersons() {
        reader(keys, COUNTY)
                .get("/api/v1/reports")
                .then()
                .body("find { it.name == 'certificate' }.namesPersons", equalTo(true))
                .body("find { it.name == 'teacher-statement' }.namesPersons", equalTo(true));
    }
}
