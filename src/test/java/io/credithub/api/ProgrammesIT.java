package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.Answers.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.RegisterCode;
import io.credithub.fixtures.RosterTeacher;
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
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The register of programmes through the API. Its laws are tried on the ground floor.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ProgrammesIT {
    private static final String PROGRAMMES = "/api/v1/programmes";

    @Inject ApiKeys keys;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static Permission registrar(String division) {
        return new Permission.Registrar(new Jurisdiction(division));
    }

    private String own(String code) {
        return mark + "/" + code;
    }

    private Response send(String csv, String query) {
        return operator(keys)
                .contentType("text/csv")
                .body(csv.getBytes(UTF_8))
                .post(PROGRAMMES + "/imports?reason=年度目录" + query);
    }

    private JsonPath imported(String csv, String query) {
        Response answer = send(csv, query);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 202);
        return answer.jsonPath();
    }

    private static String told(JsonPath report) {
        return report.getString("rows")
                + " +"
                + report.getString("added")
                + " ~"
                + report.getString("updated")
                + " ="
                + report.getString("unchanged")
                + " !"
                + report.getString("refused");
    }

    private RequestSpecification json() {
        return operator(keys).contentType("application/json");
    }

    private JsonPath one(String code) {
        return reader(keys, "140105").get(PROGRAMMES + "/{code}", own(code)).jsonPath();
    }

    private String file(String... rows) {
        StringBuilder csv = new StringBuilder("项目编号,项目名称,别名,层次,分县名额\n");
        for (String row : rows) csv.append(mark).append('/').append(row).append('\n');
        return csv.toString();
    }

    @Test
    void aFileIsTakenInAndASecondTimeChangesNothing() {
        String csv = file("A,信息技术,ICT|信息化,国培,140105=30;140106=20", "B,师德,,,");
        assertThat(told(imported(csv, ""))).isEqualTo("2 +2 ~0 =0 !0");
        assertThat(told(imported(csv, ""))).isEqualTo("2 +0 ~0 =2 !0");
        JsonPath found = one("A");
        assertThat(found.getString("name")).isEqualTo("信息技术");
        assertThat(found.getList("aliases")).containsExactly("ICT", "信息化");
        assertThat(found.getString("level")).isEqualTo("NATIONAL");
        assertThat(found.getMap("places")).containsEntry("140105", 30).containsEntry("140106", 20);
        assertThat(found.getString("state")).isEqualTo("IN_FORCE");
        assertThat(found.getList("history.act")).containsExactly("ADDED");
        assertThat(found.getString("history[0].reason")).isEqualTo("年度目录");
    }

    @Test
    void aPreviewKeepsNothing() {
        assertThat(told(imported(file("A,信息技术,,,"), "&dryRun=true"))).isEqualTo("1 +1 ~0 =0 !0");
        operator(keys).get(PROGRAMMES + "/{code}", own("A")).then().statusCode(404);
    }

    @Test
    void aRowThatIsWrongIsToldAndHarmsNoOther() {
        JsonPath report = imported(file("A,信息技术,,乡镇,", "B,师德,,,"), "");
        assertThat(told(report)).isEqualTo("2 +1 ~0 =0 !1");
        assertThat(report.getString("findings[0].code")).isEqualTo("HUB-1008");
        assertThat(report.getString("findings[0].field")).isEqualTo("/level");
        assertThat(report.getString("findings[0].remedy.zh")).isNotBlank();
    }

    @Test
    void gb18030IsTakenIn() {
        Response answer =
                operator(keys)
                        .contentType("text/csv")
                        .body(file("A,信息技术应用能力提升,,,").getBytes(Charset.forName("GB18030")))
                        .post(PROGRAMMES + "/imports?reason=x&charset=GB18030");
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 202);
        assertThat(one("A").getString("name")).isEqualTo("信息技术应用能力提升");
    }

    @Test
    void programmesAreFoundPageByPage() {
        imported(file("A,信息技术,ＩＣＴ,国培,", "B,师德,,,", "C,阅读,,,"), "");
        RequestSpecification asking = reader(keys, "140105").queryParam("code", mark);
        JsonPath first = asking.queryParam("limit", 2).get(PROGRAMMES).jsonPath();
        assertThat(first.getList("items.name")).containsExactly("信息技术", "师德");
        JsonPath second =
                reader(keys, "140105")
                        .queryParam("code", mark)
                        .queryParam("cursor", first.getString("next"))
                        .get(PROGRAMMES)
                        .jsonPath();
        assertThat(second.getList("items.name")).containsExactly("阅读");
        assertThat(
                        reader(keys, "140105")
                                .queryParam("code", mark)
                                .queryParam("name", "i c t")
                                .get(PROGRAMMES)
                                .jsonPath()
                                .getList("items.code"))
                .containsExactly(own("A"));
    }

    @Test
    void anAliasIsAddedAndTakenAwayForAReason() {
        imported(file("A,信息技术,,,"), "");
        json().body("{\"alias\": \"信息 化\", \"reason\": \"来函\"}")
                .post(PROGRAMMES + "/{code}/aliases", own("A"))
                .then()
                .statusCode(lessThan(300));
        assertThat(one("A").getList("aliases")).containsExactly("信息 化");
        Response away =
                operator(keys)
                        .queryParam("reason", "误加")
                        .delete(PROGRAMMES + "/{code}/aliases/{alias}", own("A"), "信息化");
        assertThat(away.jsonPath().getList("changes.act")).containsExactly("ALIAS_TAKEN_AWAY");
        assertThat(one("A").getList("aliases")).isEmpty();
        assertThat(one("A").getList("history.reason")).containsExactly("年度目录", "来函", "误加");
    }

    @Test
    void aProgrammeIsJoinedPartedWithdrawnAndReinstated() {
        imported(file("A,信息技术,,,", "B,师德,,,"), "");
        act("B", "join", "{\"into\": \"" + own("A") + "\", \"reason\": \"同一项目\"}");
        assertThat(one("B").getString("state")).isEqualTo("JOINED");
        assertThat(one("B").getString("joinedTo")).isEqualTo(own("A"));
        assertThat(one("A").getList("joined")).containsExactly(own("B"));
        act("B", "part", "{\"reason\": \"误并\"}");
        act("A", "withdrawal", "{\"reason\": \"考勤造假\"}");
        assertThat(one("A").getString("state")).isEqualTo("WITHDRAWN");
        operator(keys)
                .queryParam("reason", "查无实据")
                .delete(PROGRAMMES + "/{code}/withdrawal", own("A"))
                .then()
                .statusCode(lessThan(300));
        assertThat(one("A").getList("history.act"))
                .isEqualTo(List.of("ADDED", "WITHDRAWN", "REINSTATED"));
    }

    private void act(String code, String act, String body) {
        Response answer = json().body(body).post(PROGRAMMES + "/{code}/" + act, own(code));
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 202);
    }

    @Test
    void whatARuleForbidsIsRefusedByItsCode() {
        imported(file("A,信息技术,,,"), "");
        problem(
                json().body("{\"reason\": \"x\"}")
                        .post(PROGRAMMES + "/{code}/part", own("A"))
                        .then(),
                RegisterCode.NOT_JOINED);
        problem(
                json().body("{\"alias\": \"信息 技术\", \"reason\": \"x\"}")
                        .post(PROGRAMMES + "/{code}/aliases", own("A"))
                        .then(),
                RegisterCode.OWN_NAME);
        problem(
                json().body("{\"into\": \"nothing\", \"reason\": \"x\"}")
                        .post(PROGRAMMES + "/{code}/join", own("A"))
                        .then(),
                ProblemCode.NOT_FOUND);
        problem(
                json().body("{\"alias\": \"x\"}")
                        .post(PROGRAMMES + "/{code}/aliases", own("A"))
                        .then(),
                ProblemCode.BAD_PARAMETER);
    }

    @Test
    void onlyWhoAnswersForTheProvinceChangesIt() {
        imported(file("A,信息技术,,,"), "");
        String body = "{\"alias\": \"x\", \"reason\": \"x\"}";
        problem(
                with(keys, registrar("140105"))
                        .contentType("application/json")
                        .body(body)
                        .post(PROGRAMMES + "/{code}/aliases", own("A"))
                        .then(),
                ProblemCode.FORBIDDEN);
        with(keys, registrar("140000"))
                .contentType("application/json")
                .body(body)
                .post(PROGRAMMES + "/{code}/aliases", own("A"))
                .then()
                .statusCode(lessThan(300));
    }

    @Test
    void anAliasThatJoinsTwoCopiesIsToldFirstAndFollowsInTheLedger() {
        RosterTeacher teacher = RosterTeacher.draw(new Random(), "140724");
        String number = teacher.teacherNo();
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().getBytes(UTF_8))
                .post("/api/v1/roster");
        String one = "信息技术" + mark;
        String other = "ICT提升" + mark;
        imported(file("A," + one + ",,,"), "");
        push(number, "r", one);
        push(number, "s", other);
        assertThat(earned(number)).isEqualTo("32.00");
        assertThat(unregistered()).contains(other).doesNotContain(one);

        String body = "{\"alias\": \"" + other + "\", \"reason\": \"来函\"}";
        String aliases = PROGRAMMES + "/{code}/aliases";
        Response told = json().body(body).post(aliases + "?dryRun=true", own("A"));
        assertThat(told.statusCode()).isEqualTo(202);
        JsonPath preview = over(told.jsonPath().getInt("recomputation"));
        assertThat(preview.getString("state")).isEqualTo("TOLD");
        assertThat(preview.getString("kind")).isEqualTo("REGISTER");
        assertThat(preview.getList("counties.division")).containsExactly("140724");
        assertThat(preview.getString("counties[0].earnedAfter")).isEqualTo("16.00");
        assertThat(earned(number)).isEqualTo("32.00");

        Response done = json().body(body).post(aliases, own("A"));
        assertThat(done.statusCode()).isEqualTo(202);
        assertThat(over(done.jsonPath().getInt("recomputation")).getString("state"))
                .isEqualTo("APPLIED");
        assertThat(earned(number)).isEqualTo("16.00");
        assertThat(unregistered()).doesNotContain(other);
        operator(keys)
                .queryParam("reason", "两项培训")
                .delete(aliases + "/{alias}", own("A"), other)
                .then()
                .statusCode(202);
        Eventually.until("counted twice again", () -> earned(number).equals("32.00"));
    }

    private List<String> unregistered() {
        return operator(keys)
                .get(PROGRAMMES + "/titles?unregistered=true&limit=500")
                .jsonPath()
                .getList("items.name");
    }

    private void push(String number, String record, String programme) {
        String line = Answers.record(number, number + record, 40);
        Response receipt =
                Answers.feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(line.replace("研修 " + number + record, programme).getBytes(UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        Answers.settled(operator(keys), receipt.header("Location"));
    }

    private String earned(String number) {
        return operator(keys)
                .get("/api/v1/teachers/" + number + "/statement?cycle=2022")
                .jsonPath()
                .getString("standing.earned");
    }

    private JsonPath over(int id) {
        String path = "/api/v1/recomputations/" + id;
        Eventually.until(
                "recomputed",
                () -> !operator(keys).get(path).jsonPath().getString("state").endsWith("ING"));
        return operator(keys).get(path).jsonPath();
    }
}
