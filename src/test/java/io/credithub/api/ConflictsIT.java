package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.reading.Content;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What contradicts something else is told of both, whichever came first.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ConflictsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PUSH = "/api/v1/feeds/vendor-push/deliveries";
    private static final String HEADER =
            "记录编号,版本,状态,教师编号,证件类型,证件号码,姓名,项目名称,培训层次,培训形式,学时,考核等级,主题,结业日期,备注\n";

    @Inject ApiKeys keys;
    @Inject Landing landing;

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), "140105");
    private final String teacherNo = teacher.teacherNo();

    @BeforeEach
    void aTeacherIsInTheRoster() {
        enrol(teacher.csv());
    }

    /// In two deliveries, so that the second meets what the registry holds.
    @Test
    void contentsOfOneRecordAreTakenUpToALimit() {
        String body = vendor(40, "").strip();
        StringBuilder some = new StringBuilder();
        List<Long> deliveries = new ArrayList<>();
        for (int revision = 1; revision <= 1_200; revision++) {
            String version = "\"revision\":" + revision + ",\"level\"";
            some.append(body.replace("\"level\"", version)).append('\n');
            if (revision % 600 > 0) continue;
            deliveries.add(push(some.toString()));
            some.setLength(0);
        }
        assertThat(findings(deliveries.getFirst())).isEmpty();
        JsonPath status =
                operator(keys).get("/api/v1/deliveries/" + deliveries.getLast()).jsonPath();
        assertThat(status.getMap("records"))
                .containsEntry("received", 600)
                .containsEntry("accepted", 400)
                .containsEntry("rejected", 200);
        assertThat(findings(deliveries.getLast()))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).startsWith("HUB-1025 /recordId"));
        assertThat(earned()).isEqualTo("16.00");
    }

    @ParameterizedTest(name = "{0}, then {1}: {2} with {3}, {4} in force")
    @CsvSource({
        "PASS, EXCELLENT, '\"revision\":3', /revision, 13.33",
        "EXCELLENT, PASS, '\"revision\":3', /revision, 13.33",
        "PASS, EXCELLENT, '\"updatedAt\":\"2023-06-01T08:00:00Z\"', /updatedAt, 13.33",
        "EXCELLENT, PASS, '\"updatedAt\":\"2023-06-01T08:00:00Z\"', /updatedAt, 13.33",
    })
    void twoContentsUnderOneVersionAreToldOfBoth(
            String first, String second, String version, String field, String earned) {
        String body = vendor(40, "").replace("\"level\"", version + ",\"level\"");
        long one = push(body.replace("EXCELLENT", first));
        assertThat(findings(one)).isEmpty();
        long other = push(body.replace("EXCELLENT", second));
        for (long delivery : List.of(one, other)) {
            assertThat(findings(delivery))
                    .singleElement()
                    .asString()
                    .startsWith("HUB-2001 " + field);
        }
        assertThat(earned()).isEqualTo(earned);
    }

    @Test
    void inOneDeliveryTwoContentsAreToldAtBothPlaces() {
        String body = vendor(40, "").replace("\"level\"", "\"revision\":3,\"level\"");
        long delivery = push(body + body.replace("EXCELLENT", "GOOD") + body);
        assertThat(findings(delivery))
                .containsExactly("HUB-2001 /revision 3", "HUB-2001 /revision 3");
    }

    @Test
    void whatIsCorrectedByAHigherRevisionIsNoConflictOfTheNewOne() {
        String body = vendor(40, "").replace("\"level\"", "\"revision\":3,\"level\"");
        push(body);
        long later = push(body.replace("\"revision\":3", "\"revision\":4").replace(":40", ":30"));
        assertThat(findings(later)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void copiesThatDifferAreToldOfBothFieldByField(boolean vendorFirst) {
        String body = vendor(30, ",\"themes\":[\"ICT\"],\"attendance\":0.9");
        long theirs = vendorFirst ? push(body) : 0;
        long ours = drop("40", "良好", "师德");
        if (!vendorFirst) theirs = push(body);
        assertThat(findings(theirs))
                .containsExactly(
                        "HUB-2002 /grade EXCELLENT ≠ GOOD (province-platform)",
                        "HUB-2002 /hours 30.00 ≠ 40.00 (province-platform)",
                        "HUB-2002 /themes ICT ≠ ETHICS (province-platform)");
        assertThat(findings(ours))
                .containsExactly(
                        "HUB-2002 /grade GOOD ≠ EXCELLENT (vendor-push)",
                        "HUB-2002 /hours 40.00 ≠ 30.00 (vendor-push)",
                        "HUB-2002 /themes ETHICS ≠ ICT (vendor-push)");
        JsonPath all =
                operator(keys).get("/api/v1/reconciliation/differences?limit=500").jsonPath();
        String mine = "items.find { it.teacherNo == '" + teacherNo + "' }.fields";
        assertThat(all.getList(mine + ".field")).containsExactly("/hours", "/grade", "/themes");
        assertThat(all.getList(mine + ".inForce")).containsExactly("40.00", "GOOD", "ETHICS");
        assertThat(all.getList(mine + ".aside")).containsExactly("30.00", "EXCELLENT", "ICT");
    }

    @Test
    void whatOneSideLeavesOutIsNoDifference() {
        long ours = drop("40", "优秀", "师德");
        long theirs = push(vendor(40, ",\"attendance\":0.9,\"sourceCredits\":16"));
        assertThat(findings(ours)).isEmpty();
        assertThat(findings(theirs)).isEmpty();
        assertThat(
                        operator(keys)
                                .get("/api/v1/reconciliation/differences?limit=500")
                                .jsonPath()
                                .getList("items.teacherNo"))
                .doesNotContain(teacherNo);
    }

    @Test
    void otherCreditsThanTheSourcesAreToldWithBothFigures() {
        String body = vendor(40, ",\"sourceCredits\":15.2");
        Response told =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post(PUSH + "?dryRun=true");
        assertThat(told.jsonPath().getString("findings[0].value"))
                .isEqualTo("source 15.20, ours 16.00");
        assertThat(findings(push(body)))
                .containsExactly("HUB-2006 /sourceCredits source 15.20, ours 16.00");
    }

    @Test
    void findingsComePageByPageWhateverTheyRestOn() {
        String body = vendor(40, ",\"sourceCredits\":15.2");
        String other = body.replace(teacherNo + "-v", teacherNo + "-w").replace("研修", "研习");
        long delivery = push("{\"a\":1}\n" + body + other + "{\"a\":1}\n");
        List<Object> all = new ArrayList<>();
        String path = "/api/v1/deliveries/" + delivery + "/findings";
        String next = "";
        do {
            JsonPath page = operator(keys).get(path + "?limit=1" + next).jsonPath();
            all.addAll(page.getList("items.collect { [it.position, it.code] }"));
            next = page.get("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!next.isEmpty());
        JsonPath whole = operator(keys).get(path + "?limit=500").jsonPath();
        assertThat(all).isEqualTo(whole.getList("items.collect { [it.position, it.code] }"));
        assertThat(whole.getList("items.position", Integer.class)).isSorted().contains(0, 1, 2, 3);
    }

    /// The record names the first one's number, the other one's document, and nobody's name.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatARecordContradictsInTheRosterIsToldWhicheverComesFirst(boolean rosterFirst) {
        Random random = new Random();
        RosterTeacher one = RosterTeacher.draw(random, "140105");
        RosterTeacher other = RosterTeacher.draw(random, "140105");
        String both = one.csv() + other.csv().substring(other.csv().indexOf('\n') + 1);
        String body =
                Answers.record(one.teacherNo(), one.teacherNo(), 40)
                        .replace(
                                "\"teacher\":{",
                                "\"teacher\":{\"idType\":\"RESIDENT\",\"idNumber\":\""
                                        + (other.idNumber() + "\","))
                        .replace("王䶮", "李四");
        if (rosterFirst) enrol(both);
        long delivery = push(body);
        if (!rosterFirst) enrol(both);
        assertThat(findings(delivery)).containsExactly("HUB-2003 /teacher");
    }

    private void enrol(String csv) {
        operator(keys)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    private String vendor(int hours, String more) {
        String record = Answers.record(teacherNo, teacherNo + "-v", hours);
        return record.replace("\"completedOn\"", "\"x\"")
                .replace("\"x\":\"2023-05-01\"", "\"completedOn\":\"2023-05-01\"" + more);
    }

    private long push(String body) {
        Response receipt =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post(PUSH);
        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(202);
        Answers.settled(operator(keys), receipt.header("Location"));
        return receipt.jsonPath().getLong("delivery");
    }

    /// The same training from the provincial platform.
    private long drop(String hours, String grade, String theme) {
        String row =
                "%s-p,1,正常,%s,,,王䶮,研修 %s-v,省级,集中,%s,%s,%s,2023-05-01,\n"
                        .formatted(teacherNo, teacherNo, teacherNo, hours, grade, theme);
        Delivery delivery =
                new Delivery(
                        "province-platform",
                        teacherNo + ".csv",
                        Content.of((HEADER + row).getBytes(StandardCharsets.UTF_8)),
                        null,
                        Declared.NOTHING,
                        null,
                        null);
        long number = landing.land(delivery).await().atMost(PATIENCE).delivery();
        Answers.settled(operator(keys), "/api/v1/deliveries/" + number);
        return number;
    }

    /// Code, field and value of each that is about what counts, in order.
    private List<String> findings(long delivery) {
        JsonPath all =
                operator(keys).get("/api/v1/deliveries/" + delivery + "/findings").jsonPath();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < all.getList("items").size(); i++) {
            String item = "items[" + i + "].";
            String value = all.getString(item + "value");
            told.add(
                    all.getString(item + "code")
                            + " "
                            + all.getString(item + "field")
                            + (value == null ? "" : " " + value));
        }
        return told;
    }

    private String earned() {
        return operator(keys)
                .get("/api/v1/teachers/" + teacherNo + "/statement?cycle=2022")
                .jsonPath()
                .getString("standing.earned");
    }
}
