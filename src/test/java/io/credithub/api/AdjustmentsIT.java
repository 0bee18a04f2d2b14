package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.AdjustmentCode;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The source says 22.50, the rules give 16.00: a registrar of the county proposes what the source
/// says, a second one agrees, and the difference is none any more.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class AdjustmentsIT {
    private static final Random RANDOM = new Random();
    private static final AtomicInteger NEXT = new AtomicInteger(RANDOM.nextInt(900));
    private static final String ADJUSTMENTS = "/api/v1/adjustments";
    private static final String BREAKS = "/api/v1/reconciliation/breaks";

    @Inject ApiKeys keys;

    /// A county in which no other test has anybody.
    private final String county = "%06d".formatted(146_000 + NEXT.incrementAndGet() % 1_000);

    private final RosterTeacher teacher = RosterTeacher.draw(RANDOM, county);
    private final String number = teacher.teacherNo();
    private String first = "";
    private String second = "";

    @BeforeEach
    void aRecordIsPosted() {
        first = registrar(county);
        second = registrar(county.substring(0, 4) + "00");
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
        push(40);
    }

    private String registrar(String division) {
        Permission grant = new Permission.Registrar(new Jurisdiction(division));
        return keys.issue(grant, "test").await().atMost(Duration.ofSeconds(60)).key();
    }

    private static RequestSpecification by(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    private void push(int hours) {
        String body =
                Answers.record(number, number + "-a", hours)
                        .replace("\"grade\"", "\"sourceCredits\":22.5,\"grade\"");
        Response receipt =
                Answers.feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        Answers.settled(operator(keys), receipt.header("Location"));
    }

    private void run() {
        Response begun =
                by(first).body("{\"schoolYear\":2022}").post("/api/v1/reconciliation/runs");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        String path = "/api/v1/reconciliation/runs/" + begun.jsonPath().getInt("id");
        Eventually.until(
                "the run is over",
                () -> operator(keys).get(path).jsonPath().getString("state").equals("DONE"));
    }

    private String figure() {
        run();
        List<String> open =
                by(first)
                        .queryParam("code", "CREDIT")
                        .get(BREAKS)
                        .jsonPath()
                        .getList("items.identity");
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private JsonPath broken(String identity) {
        return by(first).get(BREAKS + "/" + identity).jsonPath();
    }

    private Response ofBreak(String identity, String credits) {
        return by(first)
                .body(
                        Map.of(
                                "credits",
                                credits,
                                "reason",
                                "本人证件 " + teacher.idNumber(),
                                "evidence",
                                "结业证书"))
                .post(BREAKS + "/" + identity + "/adjustment");
    }

    private Response ofRecord(String key, String credits) {
        return by(key).body(
                        Map.of(
                                "feed", "vendor-push",
                                "recordId", number + "-a",
                                "credits", credits,
                                "reason", "核对",
                                "evidence", "结业证书"))
                .post(ADJUSTMENTS);
    }

    private static int done(Response answer, String state) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo(state);
        return answer.jsonPath().getInt("id");
    }

    private static Response act(String key, int id, String act) {
        return by(key).body(Map.of("reason", "已核对")).post(ADJUSTMENTS + "/" + id + "/" + act);
    }

    private JsonPath statement() {
        return by(first).get("/api/v1/teachers/" + number + "/statement?cycle=2022").jsonPath();
    }

    private String earned() {
        JsonPath told = statement();
        assertThat(told.getBoolean("verified")).isTrue();
        return told.getString("standing.earned");
    }

    private void verify() {
        JsonPath proof = operator(keys).get("/api/v1/reconciliation?recount=true").jsonPath();
        List<String> wrong =
                proof.getList("invariants.findAll { !it.holds && it.about == 'HUB' }.code");
        assertThat(wrong).noneMatch(code -> !code.startsWith("declared"));
        assertThat(proof.getList("invariants.code")).contains("recount/adjusted");
    }

    @Test
    void aBreakIsAdjustedByTwoAndClosedByTheNextRun() {
        String identity = figure();
        int id = done(ofBreak(identity, "22.50"), "PROPOSED");
        assertThat(earned()).isEqualTo("16.00");
        problem(act(first, id, "confirm").then(), AdjustmentCode.OWN_PROPOSAL);
        problem(act(registrar("140199"), id, "confirm").then(), ProblemCode.NOT_FOUND);
        done(act(second, id, "confirm"), "POSTED");
        assertThat(earned()).isEqualTo("22.50");
        verify();
        JsonPath told = broken(identity);
        assertThat(told.getList("events.kind")).containsSequence("ADJUST", "ADJUST");
        assertThat(told.getString("events[-1].note"))
                .startsWith("CONFIRM #%d 16.00 → 22.50".formatted(id));
        assertThat(told.getString("events.note")).doesNotContain(teacher.idNumber());
        run();
        assertThat(broken(identity).getString("state")).isEqualTo("CORRECTED");
        done(act(second, id, "revoke"), "REVOKED");
        assertThat(earned()).isEqualTo("16.00");
        run();
        assertThat(broken(identity).getString("state")).isEqualTo("OPEN");
        verify();
    }

    @Test
    void theStatementAndTheExplanationSayWhoDecidedAndWhatTheRulesGive() {
        int id = done(ofRecord(first, "18"), "POSTED");
        JsonPath line = statement();
        assertThat(line.getString("entries[-1].reason")).isEqualTo("ADJUSTED");
        assertThat(line.getInt("entries[-1].adjusted.id")).isEqualTo(id);
        assertThat(line.getString("entries[-1].adjusted.byRules")).isEqualTo("16.00");
        assertThat(line.getString("entries[-1].adjusted.role")).isEqualTo("REGISTRAR");
        assertThat(line.<Object>get("entries[0].adjusted")).isNull();
        long seq = line.getLong("entries[-1].seq");
        JsonPath why = by(first).get("/api/v1/awards/" + seq + "/explanation").jsonPath();
        assertThat(why.getString("rule.adjusted.credits")).isEqualTo("18.00");
        assertThat(why.getBoolean("rule.verified")).isTrue();
        assertThat(why.getList("sentences.zh", String.class))
                .anyMatch(sentence -> sentence.contains("将按规则的 16.00 调整为 18.00"));
        assertThat(why.getList("sentences.en", String.class))
                .anyMatch(sentence -> sentence.contains("it earns 18.00, and not 16.00"));
    }

    @Test
    void aCorrectedContentIsNoneThatWasDecidedAbout() {
        int pending = done(ofRecord(first, "1"), "PROPOSED");
        push(30);
        problem(act(second, pending, "confirm").then(), AdjustmentCode.CONTENT_CHANGED);
        JsonPath told = by(first).get(ADJUSTMENTS + "/" + pending).jsonPath();
        assertThat(told.getBoolean("lapsed")).isTrue();
        assertThat(told.getBoolean("tells")).isFalse();
        done(act(first, pending, "withdraw"), "WITHDRAWN");
        assertThat(earned()).isEqualTo("12.00");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        problem(ofRecord(first, "-1").then(), ProblemCode.BAD_PARAMETER);
        problem(ofRecord(first, "1.001").then(), ProblemCode.BAD_PARAMETER);
        problem(ofRecord(first, "22.51").then(), AdjustmentCode.OUT_OF_BOUNDS);
        problem(ofRecord(first, "16").then(), AdjustmentCode.AS_BY_RULES);
        problem(ofRecord(registrar("140199"), "18").then(), ProblemCode.NOT_FOUND);
        problem(act(first, 0, "refuse").then(), ProblemCode.NOT_FOUND);
        problem(
                reader(keys, county)
                        .contentType("application/json")
                        .body("{}")
                        .post(ADJUSTMENTS)
                        .then(),
                ProblemCode.FORBIDDEN);
        problem(by(first).get(ADJUSTMENTS + "?state=DONE").then(), ProblemCode.BAD_PARAMETER);
        assertThat(earned()).isEqualTo("16.00");
    }

    @Test
    void theListIsNarrowedAndFollowsItsPages() {
        int refused = done(ofRecord(first, "1"), "PROPOSED");
        done(act(second, refused, "refuse"), "REFUSED");
        int posted = done(ofRecord(first, "17"), "POSTED");
        assertThat(list("limit=100").getList("items.id")).containsExactly(posted, refused);
        assertThat(list("state=REFUSED").getList("items.id")).containsExactly(refused);
        assertThat(list("teacher=" + number).getList("items.id")).hasSize(2);
        assertThat(list("teacher=nobody").getList("items.id")).isEmpty();
        assertThat(list("division=" + county).getList("items.id")).hasSize(2);
        assertThat(list("division=140199").getList("items.id")).isEmpty();
        JsonPath page = list("limit=1");
        assertThat(list("limit=1&cursor=" + page.getString("next")).getList("items.id"))
                .containsExactly(refused);
        assertThat(list("limit=100").getList("items[0].history.act"))
                .containsExactly("PROPOSE", "CONFIRM");
    }

    private JsonPath list(String query) {
        return by(first).get(ADJUSTMENTS + "?" + query).jsonPath();
    }
}
