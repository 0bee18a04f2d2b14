package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.HoldCode;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is held earns nothing until a registrar of the county decides, and then what it should.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class HoldsIT {
    private static final String COUNTY = "140105";
    private static final String HOLDS = "/api/v1/holds";

    @Inject ApiKeys keys;

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), COUNTY);
    private final String number = teacher.teacherNo();

    private RequestSpecification registrar(String division) {
        return Answers.with(keys, new Permission.Registrar(new Jurisdiction(division)));
    }

    @BeforeEach
    void aTeacherIsInTheRoster() {
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    /// @return the delivery
    private long push(String body) {
        Response receipt =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        return Answers.settled(operator(keys), receipt.header("Location")).getLong("delivery");
    }

    /// Everything equal but the id: the second is suspected to be the first.
    private void pushTwice() {
        String record = Answers.record(number, number + "-a", 40);
        push(
                record
                        + record.replace(
                                "\"recordId\":\"" + number + "-a",
                                "\"recordId\":\"" + number + "-b"));
    }

    /// More hours in its days than are plausible.
    private long pushTooMuch() {
        return push(Answers.record(number, number + "-long", 1000));
    }

    private JsonPath list(String query) {
        return registrar(COUNTY).get(HOLDS + "?teacher=" + number + query).jsonPath();
    }

    private String onlyHold() {
        List<String> ids = list("").getList("items.id");
        assertThat(ids).hasSize(1);
        return ids.getFirst();
    }

    private Response decide(RequestSpecification by, String id, String decision) {
        return by.contentType("application/json")
                .body(Map.of("decision", decision, "reason", "已核对参训学员花名表"))
                .post(HOLDS + "/" + id + "/decision");
    }

    private void decided(String id, String decision, String state) {
        Response answer = decide(registrar(COUNTY), id, decision);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo(state);
    }

    private String earned() {
        return statement().getString("standing.earned");
    }

    private void verify() {
        List<String> wrong =
                operator(keys)
                        .get("/api/v1/reconciliation?recount=true")
                        .jsonPath()
                        .getList("invariants.findAll { !it.holds && it.about == 'HUB' }.code");
        assertThat(wrong).noneMatch(code -> !code.startsWith("declared"));
    }

    @Test
    void aSuspectedCopyIsTheSameTrainingOrAnotherAndMayBeDecidedAnew() {
        pushTwice();
        assertThat(earned()).isEqualTo("16.00");
        assertThat(statement().getString("held[0].heldFor.recordId")).isEqualTo(number + "-a");
        String id = onlyHold();
        decided(id, "DIFFERENT", "DIFFERENT");
        assertThat(earned()).isEqualTo("32.00");
        assertThat(list("").getList("items")).isEmpty();
        assertThat(list("&state=DIFFERENT").getList("items.id")).containsExactly(id);
        decided(id, "SAME", "SAME");
        assertThat(earned()).isEqualTo("16.00");
        assertThat(list("&state=DIFFERENT").getList("items")).isEmpty();
        JsonPath file = registrar(COUNTY).get(HOLDS + "/" + id).jsonPath();
        assertThat(file.getList("history.decision")).containsExactly("SAME", "DIFFERENT");
        assertThat(file.getString("record.state")).isEqualTo("ASIDE");
        assertThat(file.getString("peer.recordId")).isEqualTo(number + "-a");
        assertThat(file.getString("rule")).isEqualTo("ALL_EQUAL");
        push(Answers.record(number, number + "-c", 30));
        assertThat(earned()).as("what was decided stands").isEqualTo("28.00");
        verify();
    }

    @Test
    void whatIsNotPlausibleIsReleasedOrRefusedAndMayBeDecidedAnew() {
        pushTooMuch();
        String id = onlyHold();
        JsonPath file = registrar(COUNTY).get(HOLDS + "/" + id).jsonPath();
        assertThat(file.getString("reason")).isEqualTo("HOURS_A_DAY");
        assertThat(file.getString("kind")).isEqualTo("IMPLAUSIBLE");
        assertThat(file.getString("record.credits")).isEqualTo("400.00");
        assertThat(file.getString("record.training.hours")).isEqualTo("1000.00");
        assertThat(file.<Object>get("peer")).isNull();
        decided(id, "REFUSE", "REFUSED");
        assertThat(list("&state=REFUSED").getList("items.id")).containsExactly(id);
        decided(id, "RELEASE", "RELEASED");
        assertThat(earned()).isEqualTo("400.00");
        assertThat(list("&state=REFUSED").getList("items")).isEmpty();
        assertThat(list("&state=RELEASED").getList("items.id")).containsExactly(id);
        decided(id, "REFUSE", "REFUSED");
        verify();
    }

    /// Nobody has to ask a registrar why something is missing.
    @Test
    void theTeacherAndTheSourceAreToldWhyAndWhatToDoAndTheAnswerChangesWithTheDecision() {
        long delivery = pushTooMuch();
        String id = onlyHold();
        JsonPath held = statement();
        assertThat(held.getList("entries")).isEmpty();
        assertThat(held.getList("held.id")).containsExactly(id);
        assertThat(held.getString("held[0].state")).isEqualTo("HELD");
        assertThat(held.getString("held[0].reason")).isEqualTo("HOURS_A_DAY");
        assertThat(held.getString("held[0].code")).isEqualTo("HUB-2008");
        assertThat(held.getString("held[0].why.zh")).isEqualTo("集中培训每日学时超出合理范围");
        assertThat(held.getString("held[0].remedy.zh")).isEqualTo("由登记人员核实后放行或不予认定");
        assertThat(held.getString("held[0].since")).isNotBlank();
        assertThat(held.getString("held[0].credits")).isEqualTo("400.00");
        assertThat(held.getList("held.delivery", Long.class)).containsExactly(delivery);
        assertThat(told(delivery)).containsExactly("HUB-2008 HOURS_A_DAY 集中培训每日学时超出合理范围");
        decided(id, "REFUSE", "REFUSED");
        JsonPath refused = statement();
        assertThat(refused.getString("held[0].state")).isEqualTo("REFUSED");
        assertThat(refused.getString("held[0].code")).isEqualTo("HUB-2010");
        assertThat(refused.getString("held[0].refused")).isEqualTo("已核对参训学员花名表");
        assertThat(told(delivery)).containsExactly("HUB-2010 HOURS_A_DAY 集中培训每日学时超出合理范围");
        decided(id, "RELEASE", "RELEASED");
        assertThat(statement().getList("held")).isEmpty();
        assertThat(told(delivery)).isEmpty();
    }

    /// What the feed itself reads.
    private List<String> told(long delivery) {
        return feed(keys, "vendor-push")
                .get("/api/v1/deliveries/" + delivery + "/findings")
                .jsonPath()
                .getList("items.collect { it.code + ' ' + it.value + ' ' + it.why.zh }");
    }

    private JsonPath statement() {
        return operator(keys)
                .get("/api/v1/teachers/" + number + "/statement?cycle=2022")
                .jsonPath();
    }

    @Test
    void aCorrectedRecordIsLookedAtAnew() {
        pushTooMuch();
        String id = onlyHold();
        decided(id, "RELEASE", "RELEASED");
        push(Answers.record(number, number + "-long", 900));
        assertThat(list("").getList("items.id")).containsExactly(id);
        decided(id, "REFUSE", "REFUSED");
        push(Answers.record(number, number + "-long", 30));
        problem(decide(registrar(COUNTY), id, "RELEASE").then(), HoldCode.NOT_HELD);
        assertThat(earned()).isEqualTo("12.00");
        verify();
    }

    @Test
    void whatDoesNotAnswerTheQuestionIsRefused() {
        pushTwice();
        String id = onlyHold();
        problem(decide(registrar(COUNTY), id, "RELEASE").then(), HoldCode.WRONG_DECISION);
        problem(decide(registrar(COUNTY), id, "PERHAPS").then(), ProblemCode.BAD_PARAMETER);
        String unknown = UUID.randomUUID().toString();
        problem(decide(registrar(COUNTY), unknown, "SAME").then(), ProblemCode.NOT_FOUND);
        problem(decide(registrar(COUNTY), "1", "SAME").then(), ProblemCode.NOT_FOUND);
        assertThat(list("").getList("items.id")).containsExactly(id);
    }

    @Test
    void aRegistrarOfAnotherCountyNeitherSeesNorDecides() {
        pushTwice();
        String id = onlyHold();
        problem(decide(registrar("140106"), id, "SAME").then(), ProblemCode.NOT_FOUND);
        problem(registrar("140106").get(HOLDS + "/" + id).then(), ProblemCode.NOT_FOUND);
        assertThat(
                        registrar("140106")
                                .get(HOLDS + "?teacher=" + number)
                                .jsonPath()
                                .getList("items"))
                .isEmpty();
        problem(decide(reader(keys, COUNTY), id, "SAME").then(), ProblemCode.FORBIDDEN);
        assertThat(decide(registrar("140100"), id, "DIFFERENT").statusCode()).isEqualTo(200);
        assertThat(earned()).isEqualTo("32.00");
    }

    @Test
    void manyAreDecidedAtOnceAndEachIsAnswered() {
        pushTwice();
        pushTooMuch();
        List<String> ids = list("").getList("items.id");
        assertThat(ids).hasSize(2);
        String unknown = UUID.randomUUID().toString();
        Response answer =
                registrar(COUNTY)
                        .contentType("application/json")
                        .body(
                                Map.of(
                                        "ids", List.of(ids.get(0), unknown, ids.get(1)),
                                        "decision", "DIFFERENT",
                                        "reason", "两次培训"))
                        .post(HOLDS + "/decisions");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("id"))
                .containsExactly(ids.get(0), unknown, ids.get(1));
        assertThat(answer.jsonPath().getList("state")).containsExactly("IN_FORCE", null, null);
        assertThat(answer.jsonPath().getList("code"))
                .containsExactly(null, "HUB-5003", HoldCode.WRONG_DECISION.code());
        assertThat(earned()).isEqualTo("32.00");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "reason=HOURS_A_DAY, 1",
        "reason=WITHIN_SOURCE, 1",
        "reason=LEVEL, 0",
        "kind=SUSPECTED, 1",
        "kind=NOT_AUTHORISED, 0",
        "kind=IMPLAUSIBLE&reason=HOURS_A_DAY, 1",
        "feed=vendor-push, 2",
        "feed=province-platform, 0",
        "division=140105, 2",
        "division=140106, 0",
        "limit=1, 1"
    })
    void aListIsNarrowed(String query, int found) {
        pushTwice();
        pushTooMuch();
        assertThat(list("&" + query).getList("items")).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({
        "state=HELD",
        "reason=SOME",
        "kind=SOME",
        "kind=SUSPECTED&reason=LEVEL",
        "division=1",
        "cursor=zzz",
        "limit=0"
    })
    void aQuestionThatCannotBeMeantIsRefused(String query) {
        problem(registrar(COUNTY).get(HOLDS + "?" + query).then(), ProblemCode.BAD_PARAMETER);
    }

    @Test
    void aPageFollowsTheOther() {
        pushTwice();
        pushTooMuch();
        JsonPath first = list("&limit=1");
        JsonPath second = list("&limit=1&cursor=" + first.getString("next"));
        assertThat(second.<Object>get("next")).isNull();
        assertThat(List.of(first.getString("items[0].id"), second.getString("items[0].id")))
                .isEqualTo(list("").getList("items.id"));
        for (String id : list("").<String>getList("items.id")) {
            boolean isSuspected = id.equals(first.getString("items[0].id"));
            decided(
                    id,
                    isSuspected ? "DIFFERENT" : "RELEASE",
                    isSuspected ? "DIFFERENT" : "RELEASED");
        }
    }

    @Test
    void theSummaryCountsWhatIsHeld() {
        long before = counted();
        pushTwice();
        pushTooMuch();
        assertThat(counted()).isEqualTo(before + 2);
        assertThat(registrar("140106").get(HOLDS + "/summary").jsonPath().getList("division"))
                .doesNotContain(COUNTY);
    }

    private long counted() {
        List<Integer> records =
                registrar(COUNTY).get(HOLDS + "/summary").jsonPath().getList("records");
        return records.stream().mapToLong(Integer::longValue).sum();
    }
}
