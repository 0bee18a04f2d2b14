package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.ReportCode;
import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.erasure.Blotting;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.review.PackageCheck;
import io.credithub.flow.review.PackageCheck.PackageFault;
import io.credithub.flow.review.PackageCheck.PackageFaultKind;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.erasure.Erasing;
import io.credithub.testing.Eventually;
import io.credithub.testing.OwnersView;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A list of persons is kept no longer than all of them may be named.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ErasedReportsIT {
    private static final String NAME = "呼延灼灼";

    @Inject ApiKeys keys;
    @Inject Sealing sealing;
    @Inject IdProtection ids;
    @Inject Reading reading;
    @Inject Blotting blotting;
    @Inject Mapping mapping;
    @Inject Feeds feeds;
    @Inject OwnersView view;
    @Inject Pool pool;

    private final RosterTeacher gone = RosterTeacher.draw(new Random(), "149963");

    private RequestSpecification json() {
        return operator(keys).contentType("application/json");
    }

    private void enrol() {
        operator(keys)
                .contentType("text/csv")
                .body(gone.csv().replace("王䶮", NAME).getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    private void erase() {
        String path = "/api/v1/teachers/" + gone.teacherNo() + "/erasure";
        String print =
                json().body("{}").post(path + "?dryRun=true").jsonPath().getString("fingerprint");
        json().body("{\"reason\":\"r\",\"basis\":\"b\",\"confirm\":\"" + print + "\"}")
                .post(path)
                .then()
                .statusCode(202);
        Erasing.Tools tools = new Erasing.Tools(sealing, ids, reading, blotting, mapping, feeds);
        try (Erasing erasing = new Erasing(view.access(), tools, new NoEars())) {
            assertThat(erasing.run().hindered()).isZero();
        }
    }

    private static final class NoEars implements Erasing.ErasingListener {
        @Override
        public void person(int teacher, List<String> hindrances) {}

        @Override
        public void claims(long claims) {}

        @Override
        public void payloads(long delivery, long blotted) {}
    }

    /// The files that name the person go; what was signed still says which they were.
    @Test
    void aSignedStatementKeepsItsHashesOnly() throws Exception {
        enrol();
        SignOffDesk desk = new SignOffDesk(keys, gone.division());
        long id = desk.signed();
        List<String> secrets = List.of(gone.teacherNo());
        assertThat(view.holding(secrets))
                .anySatisfy(place -> assertThat(place).contains("sign_off_part"));
        erase();
        assertThat(view.holding(secrets)).isEmpty();
        assertThat(PackageCheck.of(desk.file(id), null).faults())
                .containsExactly(new PackageFault(PackageFaultKind.MISSING, "teachers.json"));
    }

    /// An address with the person's number in it is theirs.
    @Test
    void mailGoesToThePersonNoMore() throws Exception {
        enrol();
        String wanted =
                """
                {"report":{"name":"statement","division":"149963","format":"csv"},
                 "schedule":{"every":"DAILY","time":"07:30"},"target":"test-mail",
                 "recipients":["%s@edu.example.cn","office@edu.example.cn"]}\
                """
                        .formatted(gone.teacherNo().toLowerCase(Locale.ROOT));
        String path =
                "/api/v1/subscriptions/"
                        + json().body(wanted).post("/api/v1/subscriptions").jsonPath().getInt("id");
        assertThat(operator(keys).get(path).jsonPath().getList("recipients")).hasSize(2);
        erase();
        JsonPath after = operator(keys).get(path).jsonPath();
        assertThat(after.getList("recipients")).containsExactly("office@edu.example.cn");
        assertThat(after.getInt("version")).isEqualTo(2);
    }

    @Test
    void whatMayNamePersonsIsKeptNoMore() throws Exception {
        enrol();
        StoredReports reports = new StoredReports(pool);
        int list = reports.keep(ReportName.TEACHERS, NAME + " " + gone.teacherNo());
        int sums = reports.keep(ReportName.STATEMENT, "41 877");
        List<String> secrets = List.of(NAME, gone.teacherNo());
        assertThat(view.holding(secrets))
                .anySatisfy(place -> assertThat(place).contains("report_file"))
                .anySatisfy(place -> assertThat(place).contains("report_job.terms"));
        erase();
        assertThat(view.holding(secrets)).isEmpty();
        problem(
                operator(keys).get("/api/v1/reports/" + list + "/file").then(),
                ReportCode.KEPT_NO_MORE);
        operator(keys).get("/api/v1/reports/" + sums + "/file").then().statusCode(200);
        assertThat(operator(keys).get("/api/v1/reports/" + list).jsonPath().getString("sha256"))
                .hasSize(64);
    }

    /// Erasing wins over history: of no moment is the teacher told of any more.
    @Test
    void nobodyIsToldOfTheTeacherAsKnownThen() throws Exception {
        enrol();
        String terms = "\"terms\":{\"teacher\":\"" + gone.teacherNo() + "\"}";
        String wanted =
                "{\"name\":\"teacher-statement\",\"schoolYear\":2023,\"format\":\"csv\",%s"
                        .formatted(terms);
        JsonPath made = ended(wanted + "}");
        assertThat(made.getString("failure")).isNull();
        String then = ",\"asOf\":\"" + made.getString("asOf") + "\"}";
        String list = "{\"name\":\"teachers\",\"division\":\"149963\",\"format\":\"csv\"";
        assertThat(ended(wanted + then).getString("failure")).isNull();
        erase();
        assertThat(view.holding(List.of(NAME, gone.teacherNo()))).isEmpty();
        for (String asked : List.of(wanted + then, wanted + "}")) {
            assertThat(ended(asked).getString("failure"))
                    .startsWith("该教师的个人信息已依法删除")
                    .contains("/verify/");
        }
        JsonPath listed = ended(list + then);
        assertThat(operator(keys).get(listed.getString("file")).asString())
                .doesNotContain(NAME)
                .doesNotContain(gone.teacherNo());
    }

    private JsonPath ended(String wanted) {
        String location = json().body(wanted).post("/api/v1/reports").header("Location");
        Eventually.until(
                "ended", () -> operator(keys).get(location).jsonPath().get("finishedAt") != null);
        return operator(keys).get(location).jsonPath();
    }
}
