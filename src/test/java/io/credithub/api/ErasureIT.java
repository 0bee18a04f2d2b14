package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.settled;
import static io.credithub.api.Answers.with;
import static io.credithub.api.Claims.COUNTY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.ProblemCode;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.erasure.Blotting;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.ledger.ChainProof;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.erasure.Erasing;
import io.credithub.testing.OwnersView;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Two teachers share deliveries of every format; one of them is erased. Nothing of the one can be
/// found afterwards, not even with the key; of the other, and of the ledger, everything.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ErasureIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PUSHES = "/api/v1/feeds/vendor-push/deliveries";

    @Inject ApiKeys keys;
    @Inject Landing landing;
    @Inject ChainProof chain;
    @Inject Sealing sealing;
    @Inject IdProtection ids;
    @Inject Reading reading;
    @Inject Blotting blotting;
    @Inject Mapping mapping;
    @Inject Feeds feeds;
    @Inject OwnersView view;

    private final Random random = new Random();
    private final RosterTeacher gone = RosterTeacher.draw(random, COUNTY);
    private final RosterTeacher other = RosterTeacher.draw(random, COUNTY);
    private final String goneName = name("欧阳");
    private final String formerName = name("司徒");
    private final String otherName = name("诸葛");

    /// Hears nothing, or is where the power fails.
    private record At(boolean rows, boolean payloads) implements Erasing.ErasingListener {
        @Override
        public void person(int teacher, List<String> hindrances) {
            assertThat(hindrances).isEmpty();
            if (rows) throw new UnsupportedOperationException("crash");
        }

        @Override
        public void claims(long claims) {}

        @Override
        public void payloads(long delivery, long blotted) {
            if (payloads) throw new UnsupportedOperationException("crash");
        }
    }

    @Test
    void nothingOfAnErasedPersonIsLeftAndLedgerAndOthersStay() throws SQLException {
        enrol(gone, formerName);
        enrol(gone, goneName);
        enrol(other, otherName);
        exempt();
        String mixed = record("a", gone, goneName) + record("a", other, otherName) + broken();
        String pushed = push(mixed, "key-of-" + gone.teacherNo());
        everyOtherWayIn();
        expect();
        decideHolds();
        int teacher =
                view.number("select id from teacher where teacher_no = '" + gone.teacherNo() + "'");
        List<String> secrets = secrets();
        assertThat(view.holding(secrets)).as("what there is to be found").hasSizeGreaterThan(8);
        String said = "select count(said_name) from completion where teacher_id = " + teacher;
        assertThat(view.number(said)).isPositive();
        List<String> kept = kept();
        long others = view.payloadsWith(other.teacherNo());

        ask();
        erase(teacher);
        assertThat(view.holding(secrets)).isEmpty();
        assertThat(view.number(said)).isZero();
        assertThat(view.payloadsWith(other.teacherNo())).isEqualTo(others);
        assertThat(kept()).isEqualTo(kept);
        assertThat(chain.verify().await().atMost(PATIENCE).brokenBlock()).isNull();
        operator(keys).get("/api/v1/teachers/" + gone.teacherNo()).then().statusCode(404);
        operator(keys).get("/api/v1/teachers/" + other.teacherNo()).then().statusCode(200);
        assertThat(listed(teacher)).contains("erasedAt");
        whatComesAfterwardsBringsNobodyBack(mixed, pushed, secrets);
    }

    private void everyOtherWayIn() {
        String array =
                "["
                        + record("b", other, otherName).strip()
                        + ","
                        + record("b", gone, goneName)
                        + "]";
        land("vendor-push", "array of " + gone.teacherNo(), array);
        land(
                "province-platform",
                "rows of " + goneName + ".csv",
                "记录编号,教师编号,姓名,项目名称,培训层次,培训形式,学时,考核等级,结业日期\n"
                        + row("c-" + gone.teacherNo(), gone, goneName)
                        + row("d-" + other.teacherNo(), other, otherName));
        land(
                "national-platform",
                "page",
                """
                {"data":{"items":[{"id":"e","certNo":"%s","xm":"%s"},{"id":"f","teacherCode":"%s"}]}}
                """
                        .formatted(gone.idNumber(), goneName, other.teacherNo()));
        // a repetition has no row that says where it is
        land("vendor-push", "again", record("a", gone, goneName) + record("g", other, otherName));
    }

    /// Enrolled twice, on a list that counts and on the one before.
    private void expect() {
        for (String hours : new String[] {"10", "20"}) {
            operator(keys)
                    .contentType("text/csv; charset=UTF-8")
                    .queryParam("name", "研修")
                    .queryParam("startsOn", "2023-04-01")
                    .queryParam("endsOn", "2023-04-30")
                    .body(
                            "teacher_no,id_type,id_number,name,hours\n%s,RESIDENT,%s,%s,%s\n"
                                    .formatted(gone.teacherNo(), gone.idNumber(), goneName, hours))
                    .post("/api/v1/expectations/enrolments")
                    .then()
                    .statusCode(200)
                    .body("enrolled", equalTo(1));
        }
    }

    /// Not by one who is not the province's, not without having seen what it does, and once.
    private void ask() {
        String path = "/api/v1/teachers/" + gone.teacherNo() + "/erasure";
        String wish = "{\"reason\":\"%s 本人申请\",\"basis\":\"第四十七条\",\"confirm\":\"%s\"}";
        registrar("140105").body("{}").post(path + "?dryRun=true").then().statusCode(403);
        JsonPath preview = registrar("140000").body("{}").post(path + "?dryRun=true").jsonPath();
        assertThat(preview.getList("hindrances")).isEmpty();
        assertThat(preview.getInt("erased.records")).isGreaterThanOrEqualTo(3);
        assertThat(preview.getInt("kept.ledgerEntries")).isGreaterThanOrEqualTo(3);
        String confirm = preview.getString("fingerprint");
        problem(
                registrar("140000").body(wish.formatted(goneName, "0")).post(path).then(),
                ProblemCode.ERASURE_OTHERWISE);
        for (int time = 0; time < 2; time++) {
            registrar("140000")
                    .body(wish.formatted(goneName, confirm))
                    .post(path)
                    .then()
                    .statusCode(202);
        }
    }

    /// The power fails behind the rows, and in the middle of the payloads.
    private void erase(int teacher) throws SQLException {
        for (At crash : List.of(new At(true, false), new At(false, true))) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> run(crash));
        }
        run(new At(false, false));
        assertThat(view.number("select count(*) from erasure where teacher_id = " + teacher))
                .isEqualTo(1);
    }

    private void run(Erasing.ErasingListener listener) {
        Erasing.Tools tools = new Erasing.Tools(sealing, ids, reading, blotting, mapping, feeds);
        try (Erasing erasing = new Erasing(view.access(), tools, listener)) {
            assertThat(erasing.run().hindered()).isZero();
        }
    }

    private void whatComesAfterwardsBringsNobodyBack(
            String mixed, String pushed, List<String> secrets) throws SQLException {
        assertThat(push(mixed, null)).as("a known delivery").isEqualTo(pushed);
        JsonPath replay =
                operator(keys).contentType("application/json").post(pushed + "/replay").jsonPath();
        JsonPath replayed = settled(operator(keys), "/api/v1/deliveries/" + replay.get("delivery"));
        assertThat(replayed.getInt("records.rejected")).isEqualTo(1);
        enrol(gone, goneName);
        operator(keys).get("/api/v1/teachers/" + gone.teacherNo()).then().statusCode(404);
        String later =
                record("a", gone, goneName).replace(":40", ":60") + record("z", gone, goneName);
        JsonPath rejected = settled(operator(keys), push(later, null));
        assertThat(rejected.getInt("records.rejected")).isEqualTo(2);
        assertThat(rejected.getInt("records.waiting")).isZero();
        assertThat(view.holding(secrets)).containsOnly("chunk.payload", "chunk.persons");
        run(new At(false, false));
        assertThat(view.holding(secrets)).isEmpty();
    }

    /// All that credits and their proof rest on.
    private List<String> kept() throws SQLException {
        List<String> kept = new ArrayList<>();
        for (String table :
                List.of("ledger_entry", "ledger_block", "standing", "reconciliation_cell")) {
            kept.add(
                    view.text(
                            "select md5(string_agg(t::text, '/' order by t::text)) from "
                                    + table
                                    + " t"));
        }
        kept.add(
                view.text(
                        """
                        select string_agg(concat_ws('/', id, received, accepted, rejected, duplicate,
                            waiting, persons), ' ' order by id) from delivery
                        where finished_at is not null\
                        """));
        kept.add(operator(keys).get("/api/v1/ledger/proof").jsonPath().getString("invariants"));
        return kept;
    }

    private List<String> secrets() {
        return List.of(
                gone.teacherNo(),
                gone.idNumber(),
                goneName,
                formerName,
                ids.lookup(gone.teacherNo()).toString(),
                "%016x".formatted(ids.lookup(gone.teacherNo()).getMostSignificantBits()));
    }

    private String listed(int teacher) {
        return String.valueOf(
                (Object)
                        operator(keys)
                                .get("/api/v1/erasures")
                                .jsonPath()
                                .getMap("find { it.teacher == " + teacher + " }"));
    }

    private void enrol(RosterTeacher teacher, String name) {
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().replace("王䶮", name).getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    private void exempt() {
        operator(keys)
                .contentType("application/json")
                .body(
                        """
                        {"kind":"ILLNESS","schoolYear":2022,"evidence":"病历 %s"}
                        """
                                .formatted(goneName))
                .post("/api/v1/teachers/" + gone.teacherNo() + "/exemptions")
                .then()
                .statusCode(201);
    }

    /// What is sent under two ids.
    private void decideHolds() {
        String once = record("one", gone, goneName);
        push(once + once.replace("\"one-", "\"two-"), null);
        String found = "/api/v1/holds?teacher=" + gone.teacherNo();
        String id = registrar(COUNTY).get(found).jsonPath().getString("items[0].id");
        String body = "{\"decision\":\"DIFFERENT\",\"reason\":\"%s\"}".formatted(goneName);
        String path = "/api/v1/holds/" + id + "/decision";
        registrar(COUNTY).body(body).post(path).then().statusCode(200);
    }

    private String push(String body, @Nullable String key) {
        RequestSpecification request =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(UTF_8));
        if (key != null) request.header("Idempotency-Key", key);
        String location = request.post(PUSHES).then().statusCode(202).extract().header("Location");
        settled(operator(keys), location);
        return location;
    }

    private void land(String feed, String reference, String content) {
        Receipt receipt =
                landing.land(
                                new Delivery(
                                        feed,
                                        reference,
                                        Content.of(content.getBytes(UTF_8)),
                                        null,
                                        new Declared(null, null, null),
                                        null,
                                        null))
                        .await()
                        .atMost(PATIENCE);
        settled(operator(keys), "/api/v1/deliveries/" + receipt.delivery());
    }

    private static String record(String id, RosterTeacher teacher, String name) {
        return Answers.record(teacher.teacherNo(), id + "-" + teacher.teacherNo(), 40)
                .replace("王䶮", name)
                .replace("研修 " + id + "-" + teacher.teacherNo(), "研修 " + id);
    }

    private String broken() {
        return record("broken", gone, goneName).replace(":40", ":\"" + goneName + "\"");
    }

    private static String row(String id, RosterTeacher teacher, String name) {
        return "%s,%s,%s,校长培训,省培,集中,24,优秀,2023-06-08\n".formatted(id, teacher.teacherNo(), name);
    }

    private RequestSpecification registrar(String division) {
        return with(keys, new Permission.Registrar(new Jurisdiction(division)))
                .contentType("application/json");
    }

    private String name(String family) {
        return family
                + Character.toString('丁' + random.nextInt(5_000))
                + Character.toString('丁' + random.nextInt(5_000));
    }
}
