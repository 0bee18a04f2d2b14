package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.Answers.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.ProblemCode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A break is worked off: somebody is given it, it is accepted with a reason, opened again, left to
/// its source, and closed by the run that does not find it any more. All of it stays told.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class BreakLifeIT {
    private static final Random RANDOM = new Random();
    private static final String BREAKS = "/api/v1/reconciliation/breaks";

    @Inject ApiKeys keys;

    private final String programme = "研修 %08x".formatted(RANDOM.nextInt());

    private static final AtomicInteger NEXT = new AtomicInteger(RANDOM.nextInt(900));

    /// A county in which no other test has anybody.
    private final String county = "%06d".formatted(147_000 + NEXT.incrementAndGet() % 1_000);

    private final List<RosterTeacher> teachers = new ArrayList<>();

    private RequestSpecification registrar() {
        return with(keys, new Permission.Registrar(new Jurisdiction(county)));
    }

    /// Somebody who should have come, and did not.
    private void miss(int people) {
        StringBuilder rows = new StringBuilder("teacher_no,name,hours\n");
        for (int i = 0; i < people; i++) {
            RosterTeacher teacher = RosterTeacher.draw(RANDOM, county);
            teachers.add(teacher);
            rows.append(teacher.teacherNo()).append(",王䶮,40\n");
            operator(keys)
                    .contentType("text/csv")
                    .body(teacher.csv().getBytes(UTF_8))
                    .post("/api/v1/roster")
                    .then()
                    .statusCode(200);
        }
        registrar()
                .contentType("text/csv; charset=UTF-8")
                .queryParam("name", programme)
                .queryParam("startsOn", "2023-04-01")
                .queryParam("endsOn", "2023-04-25")
                .body(rows.toString().getBytes(UTF_8))
                .post("/api/v1/expectations/enrolments")
                .then()
                .statusCode(200);
        run();
    }

    private void run() {
        Response begun =
                registrar()
                        .contentType("application/json")
                        .body("{\"schoolYear\":2022}")
                        .post("/api/v1/reconciliation/runs");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        String path = "/api/v1/reconciliation/runs/" + begun.jsonPath().getInt("id");
        Eventually.until(
                "the run is over",
                () -> operator(keys).get(path).jsonPath().getString("state").equals("DONE"));
    }

    private List<String> open() {
        return registrar()
                .queryParam("code", "MISSING_IN_REGISTRY")
                .get(BREAKS)
                .jsonPath()
                .getList("items.identity");
    }

    private String missed() {
        miss(1);
        List<String> open = open();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private Response act(RequestSpecification caller, String identity, String deed) {
        return caller.contentType("application/json")
                .body(deed)
                .post(BREAKS + "/" + identity + "/actions");
    }

    private void done(String identity, String deed, String state) {
        act(registrar(), identity, deed).then().statusCode(200).body("state", equalTo(state));
    }

    private JsonPath told(String identity) {
        return operator(keys).get(BREAKS + "/" + identity).jsonPath();
    }

    private void complete(RosterTeacher teacher) {
        String id = teacher.teacherNo() + "-c";
        String body =
                Answers.record(teacher.teacherNo(), id, 40)
                        .replace("研修 " + id, programme)
                        .replace("2023-05-01", "2023-04-20");
        Response receipt =
                Answers.feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        Answers.settled(operator(keys), receipt.header("Location"));
    }

    @Test
    void itsWholeLifeIsTold() {
        String identity = missed();
        done(identity, "{\"action\":\"ASSIGN\",\"assignee\":\"王老师\"}", "OPEN");
        done(identity, "{\"action\":\"COMMENT\",\"reason\":\"已去电\"}", "OPEN");
        done(identity, "{\"action\":\"ACCEPT\",\"reason\":\"病假,未参训\"}", "ACCEPTED");
        done(identity, "{\"action\":\"REOPEN\",\"reason\":\"假条有误\"}", "OPEN");
        done(
                identity,
                "{\"action\":\"CHANGE_OWNER\",\"owner\":\"SCHOOL\",\"reason\":\"学校核实\"}",
                "OPEN");
        JsonPath told = told(identity);
        assertThat(told.getString("assignee")).isEqualTo("王老师");
        assertThat(told.getString("owner")).isEqualTo("SCHOOL");
        assertThat(told.getList("events.kind"))
                .containsExactly("ASSIGN", "COMMENT", "ACCEPT", "REOPEN", "CHANGE_OWNER");
        assertThat(told.getString("events[2].from")).isEqualTo("OPEN");
        assertThat(told.getString("events[2].state")).isEqualTo("ACCEPTED");
        assertThat(told.getString("events[2].note")).isEqualTo("病假,未参训");
        assertThat(told.getString("events[3].from")).isEqualTo("ACCEPTED");
        assertThat(told.getString("events[4].owner")).isEqualTo("SCHOOL");
    }

    @Test
    void whatTheSourceCorrectsClosesByItself() {
        String identity = missed();
        done(identity, "{\"action\":\"CORRECT_AT_SOURCE\",\"reason\":\"请平台补报\"}", "OPEN");
        assertThat(told(identity).getString("owner")).isEqualTo("SOURCE");
        run();
        assertThat(told(identity).getString("state")).as("nothing came yet").isEqualTo("OPEN");
        complete(teachers.getFirst());
        run();
        assertThat(told(identity).getString("state")).isEqualTo("CORRECTED");
    }

    @Test
    void whatWasAcceptedStaysSoInALaterRun() {
        String identity = missed();
        done(identity, "{\"action\":\"ACCEPT\",\"reason\":\"病假\"}", "ACCEPTED");
        run();
        assertThat(told(identity).getString("state")).isEqualTo("ACCEPTED");
        assertThat(open()).isEmpty();
    }

    @Test
    void whatIsImpossibleSaysWhatIsPossible() {
        String identity = missed();
        problem(
                        act(registrar(), identity, "{\"action\":\"REOPEN\",\"reason\":\"误\"}")
                                .then(),
                        ProblemCode.BREAK_ACTION_IMPOSSIBLE)
                .body("value", equalTo("OPEN"))
                .body("remedy.en", containsString("ASSIGN, COMMENT, ACCEPT"));
        assertThat(told(identity).getList("events")).isEmpty();
    }

    @Test
    void aDeedSaysWhyAndNothingBesideThePoint() {
        String identity = missed();
        for (String deed :
                List.of(
                        "{}",
                        "{\"action\":\"FORGET\",\"reason\":\"x\"}",
                        "{\"action\":\"ACCEPT\"}",
                        "{\"action\":\"ADJUST\",\"reason\":\"x\"}",
                        "{\"action\":\"ACCEPT\",\"reason\":\" \"}",
                        "{\"action\":\"ACCEPT\",\"reason\":\"x\",\"owner\":\"HUB\"}",
                        "{\"action\":\"ACCEPT\",\"reason\":\"x\",\"assignee\":\"y\"}",
                        "{\"action\":\"CHANGE_OWNER\",\"reason\":\"x\"}")) {
            problem(act(registrar(), identity, deed).then(), ProblemCode.BAD_PARAMETER);
        }
    }

    @Test
    void anotherCountyCannotTellThatItIsThere() {
        String identity = missed();
        String deed = "{\"action\":\"ACCEPT\",\"reason\":\"x\"}";
        RequestSpecification other =
                with(keys, new Permission.Registrar(new Jurisdiction("149998")));
        problem(act(other, identity, deed).then(), ProblemCode.NOT_FOUND);
        problem(act(reader(keys, county), identity, deed).then(), ProblemCode.FORBIDDEN);
        problem(act(registrar(), UUID.randomUUID().toString(), deed).then(), ProblemCode.NOT_FOUND);
    }

    private JsonPath bulk(RequestSpecification caller, String body) {
        Response answer =
                caller.contentType("application/json").body(body).post(BREAKS + "/actions");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    @Test
    void manyAreDoneAtOnceAndWhatIsNotIsTold() {
        miss(3);
        List<String> open = open();
        done(open.get(0), "{\"action\":\"ACCEPT\",\"reason\":\"病假\"}", "ACCEPTED");
        String nobody = UUID.randomUUID().toString();
        String named = "\"" + String.join("\",\"", open) + "\",\"" + nobody + "\"";
        JsonPath told =
                bulk(
                        registrar(),
                        "{\"identities\":[%s],\"action\":\"ACCEPT\",\"reason\":\"停课\"}"
                                .formatted(named));
        assertThat(told.getInt("done")).isEqualTo(2);
        assertThat(told.getList("refused.identity")).containsExactlyInAnyOrder(open.get(0), nobody);
        assertThat(told.getList("refused.code")).containsExactlyInAnyOrder("HUB-2231", "HUB-5003");
        assertThat(open()).isEmpty();
        JsonPath one = told(open.get(1));
        assertThat(one.getString("events[0].kind")).isEqualTo("ACCEPT");
        assertThat(one.getString("events[0].from")).isEqualTo("OPEN");
        assertThat(one.getString("times.closedBy")).isNotNull();
        done(open.get(1), "{\"action\":\"REOPEN\",\"reason\":\"误\"}", "OPEN");
    }

    @Test
    void aFilterNamesThoseOfTheOwnCountyOnly() {
        miss(2);
        RequestSpecification other =
                with(keys, new Permission.Registrar(new Jurisdiction("149998")));
        String deed =
                "{\"filter\":{\"code\":\"MISSING_IN_REGISTRY\"},\"action\":\"ASSIGN\","
                        + "\"assignee\":\"教研室\"}";
        assertThat(bulk(other, deed).getInt("done")).isZero();
        JsonPath told = bulk(registrar(), deed);
        assertThat(told.getInt("done")).isEqualTo(2);
        assertThat(told.getBoolean("more")).isFalse();
        JsonPath found = registrar().queryParam("assignee", "教研室").get(BREAKS).jsonPath();
        assertThat(found.getList("items.identity")).hasSize(2);
        bulk(registrar(), deed.replace(",\"assignee\":\"教研室\"", ""));
        assertThat(told(open().getFirst()).getString("assignee")).isNull();
    }

    @Test
    void aBulkNamesBreaksInOneWay() {
        for (String body :
                List.of(
                        "{\"action\":\"ASSIGN\"}",
                        "{\"action\":\"ASSIGN\",\"identities\":[]}",
                        "{\"action\":\"ASSIGN\",\"filter\":{}}",
                        "{\"action\":\"ASSIGN\",\"identities\":[],\"filter\":{}}")) {
            problem(
                    registrar()
                            .contentType("application/json")
                            .body(body)
                            .post(BREAKS + "/actions")
                            .then(),
                    ProblemCode.BAD_PARAMETER);
        }
    }
}
