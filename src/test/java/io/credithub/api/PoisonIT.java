package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Deliveries;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.reading.Content;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that no database keeps: each costs its record and no other.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class PoisonIT {
    private static final String PATH = "/api/v1/feeds/vendor-push/deliveries";

    @Inject ApiKeys keys;
    @Inject Landing landing;

    private final String teacherNo = "IT-" + UUID.randomUUID();

    /// Where the poison is, in a record that is sound without it.
    static Stream<String> places() {
        return Stream.of(
                "\"level\":\"PROVINCE",
                "\"form\":\"CENTRALISED",
                "\"grade\":\"EXCELLENT",
                "\"completedOn\":\"2023-05-01",
                "\"name\":\"王䶮",
                "\"name\":\"研修 ",
                "\"recordId\":\"",
                "\"teacherNo\":\"",
                "\"hours",
                "\"recordId",
                "\"program",
                "{\"");
    }

    @Test
    void ofVeryManyFindingsSomeAreKeptAndTheOthersCounted() {
        String body = "{\"recordId\":\"%s\"}\n".formatted(teacherNo).repeat(3_000);
        JsonPath status = settled(push(body));
        assertThat(status.getInt("records.rejected")).isEqualTo(3_000);
        JsonPath page = findings(status);
        long each = page.getList("items.position").stream().filter(at -> at.equals(0)).count();
        assertThat(each).isGreaterThan(3);
        long more = 3_000 * each - Deliveries.FINDINGS_MAX;
        assertThat(status.getLong("findingsMore")).isEqualTo(more);
        assertThat(page.getLong("more")).isEqualTo(more);
        JsonPath few = settled(push("{}\n \n{}\n" + " ".repeat(more > 0 ? 3 : 0)));
        assertThat(few.getLong("findingsMore")).isZero();
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatNoDatabaseKeepsCostsItsRecordAndNoOther(String place) {
        for (String poison : new String[] {"\\u0000", "\\ud83d", "te\\u0000st", "\\ude00"}) {
            String broken = record("b").replace(place, place + poison);
            assertThat(broken).isNotEqualTo(record("b"));
            JsonPath status = settled(push(record("a") + broken + record("c")));
            assertThat(status.getMap("records"))
                    .as(place + poison)
                    .containsEntry("received", 3)
                    .containsEntry("rejected", 1)
                    .containsEntry("accepted", 0)
                    .containsEntry("unprocessed", 0);
            assertThat(findings(status).getList("items.position")).containsOnly(1);
        }
    }

    @Test
    void aFindingShowsWhatWasThere() {
        String broken = record("b").replace("PROVINCE", "te\\u0000st\\ud83d");
        JsonPath findings = findings(settled(push(record("a") + broken)));
        assertThat(findings.getList("items.value")).containsExactly("te\\u0000st\\ud83d");
    }

    @Test
    void aTextThatIsTakenAsItIsStaysAsItIs() {
        String emoji = record("b").replace("研修", "研修 \\ud83d\\ude00");
        JsonPath status = settled(push(emoji));
        assertThat(status.getInt("records.waiting")).isEqualTo(1);
    }

    @Test
    void aDryRunTellsTheSame() {
        String broken = record("b").replace("PROVINCE", "te\\u0000st\\ud83d");
        Response answer =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body((record("a") + broken).getBytes(StandardCharsets.UTF_8))
                        .post(PATH + "?dryRun=true");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("rejected")).isEqualTo(1);
        assertThat(answer.jsonPath().getInt("waiting")).isEqualTo(1);
    }

    @Test
    void aNulByteInARowCostsTheRow() {
        String csv =
                "记录编号,版本,状态,教师编号,证件类型,证件号码,姓名,项目名称,培训层次,培训形式,学时,考核等级,结业日期,备注\n"
                        + row("a", "省级", "")
                        + row("b", "省\0级", "")
                        + row("c", "省级", "\0");
        JsonPath status =
                settled(drop("nul-" + teacherNo + "\0.csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(status.getInt("records.received")).isEqualTo(3);
        assertThat(status.getInt("records.rejected")).isBetween(1, 2);
        assertThat(status.getInt("records.unprocessed")).isZero();
        assertThat(status.getString("reference")).endsWith("\\u0000.csv");
    }

    @Test
    void whoeverAsksForSuchATextIsAnsweredToo() {
        for (String path :
                new String[] {
                    "/api/v1/teachers/a%00b/account",
                    "/api/v1/teachers/%00/statement",
                    "/api/v1/teachers/%ED%A0%BD/account"
                }) {
            Answers.problem(
                    operator(keys).urlEncodingEnabled(false).get(path).then(),
                    ProblemCode.NOT_FOUND);
        }
    }

    @Test
    void aLabelIsKeptWithWhatWasThere() {
        String body = "{\"role\":\"OPERATOR\",\"label\":\"te\\u0000st %s\"}".formatted(teacherNo);
        Response issued =
                operator(keys).contentType("application/json").body(body).post("/api/v1/keys");
        assertThat(issued.statusCode()).as(issued.asString()).isBetween(200, 201);
        assertThat(operator(keys).get("/api/v1/keys").asString())
                .contains("te\\\\u0000st " + teacherNo);
    }

    @Test
    void aWorkbookIsRefusedAsWhatItIs() throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(workbook)) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }
        for (String type : new String[] {"application/x-ndjson", "application/json"}) {
            Answers.problem(
                    feed(keys, "vendor-push")
                            .contentType(type)
                            .body(workbook.toByteArray())
                            .post(PATH)
                            .then(),
                    ProblemCode.NOT_A_TEXT);
        }
        Answers.problem(
                operator(keys)
                        .contentType("text/csv")
                        .body(workbook.toByteArray())
                        .post("/api/v1/roster")
                        .then(),
                ProblemCode.NOT_A_TEXT);
    }

    /// However it came: through a door that does not look, too.
    @Test
    void aWorkbookThatLandedIsRejectedAndDone() {
        byte[] bytes =
                ("PK\3\4\0\0 " + teacherNo + "\n\0\1\2,\uFFFF\n").getBytes(StandardCharsets.UTF_8);
        JsonPath status = settled(drop(teacherNo + ".csv", bytes));
        assertThat(status.getInt("records.received")).isEqualTo(status.getInt("records.rejected"));
    }

    private String row(String id, String level, String note) {
        return "%s,1,正常,%s,,,王䶮,研修 %s,%s,集中,40,优秀,2023-05-01,%s\n"
                .formatted(teacherNo + id, teacherNo, id, level, note);
    }

    private String drop(String name, byte[] bytes) {
        Delivery delivery =
                new Delivery(
                        "province-platform",
                        name,
                        Content.of(bytes),
                        null,
                        Declared.NOTHING,
                        null,
                        null);
        long number = landing.land(delivery).await().atMost(Duration.ofSeconds(60)).delivery();
        return "/api/v1/deliveries/" + number;
    }

    private String push(String body) {
        Response answer =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post(PATH);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.header("Location");
    }

    private JsonPath settled(String location) {
        return Answers.settled(operator(keys), location);
    }

    private JsonPath findings(JsonPath status) {
        return operator(keys)
                .get("/api/v1/deliveries/" + status.getLong("delivery") + "/findings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String record(String id) {
        return Answers.record(teacherNo, teacherNo + id, 40);
    }
}
