package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.ProblemCode;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// The trail of who read which file and who did what.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class AuditIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STATEMENT = "GET /api/v1/teachers/{teacherNo}/statement";

    @Inject ApiKeys keys;
    @Inject KeyStore store;
    @Inject Pool pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl = "";

    @ConfigProperty(name = "quarkus.datasource.username")
    String appRole = "";

    @ConfigProperty(name = "quarkus.flyway.username")
    String ownerName = "";

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword = "";

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), "140105");

    @Test
    void whoReadsAFileIsInTheTrailWithTheTeacher() {
        enrol();
        ApiKeys.IssuedKey key = issue(new Permission.Reader(new Jurisdiction("140105")));
        Instant before = Instant.now();
        Response answer = as(key).get(path("/statement?cycle=2022"));
        Map<String, Object> line = lines("key", key.id()).getFirst();
        assertThat(line)
                .containsEntry("key", key.id())
                .containsEntry("role", "READER")
                .containsEntry("operation", STATEMENT)
                .containsEntry("teacherNo", teacher.teacherNo())
                .containsEntry("status", 200)
                .containsEntry("address", "127.0.0.1")
                .containsEntry("request", answer.header("X-Request-Id"));
        assertThat(Instant.parse((String) line.get("at")))
                .isBetween(before.minusMillis(1), Instant.now());
        assertThat(line.get("teacher")).isInstanceOf(Integer.class);
    }

    @Test
    void anActIsThereWithWhatItCameTo() {
        ApiKeys.IssuedKey key = issue(new Permission.Operator());
        String made =
                as(key).contentType("application/json")
                        .body("{\"role\":\"OPERATOR\",\"label\":\"x\"}")
                        .post("/api/v1/keys")
                        .path("id");
        as(key).delete("/api/v1/keys/" + made);
        as(key).delete("/api/v1/keys/ffffffffffff");
        assertThat(lines("key", key.id()))
                .extracting(
                        line -> line.get("operation"),
                        line -> line.get("target"),
                        line -> line.get("status"))
                .containsExactly(
                        tuple("DELETE /api/v1/keys/{id}", "id=ffffffffffff", 404),
                        tuple("DELETE /api/v1/keys/{id}", "id=" + made, 204),
                        tuple("POST /api/v1/keys", "key=" + made, 201));
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    @Test
    void whatIsRefusedIsThereToo() {
        ApiKeys.IssuedKey school =
                issue(new Permission.SchoolPermission("S-1", new Jurisdiction("140105")));
        as(school).get("/api/v1/reports").then().statusCode(403);
        as(school).delete("/api/v1/keys/0123456789ab").then().statusCode(403);
        as(school).get("/api/v1/feeds").then().statusCode(403);
        assertThat(lines("key", school.id()))
                .extracting(line -> line.get("operation"), line -> line.get("status"))
                .containsExactly(
                        tuple("GET /api/v1/feeds", 403),
                        tuple("DELETE /api/v1/keys/{id}", 403),
                        tuple("GET /api/v1/reports", 403));
        String forged = school.key().replaceAll("[0-9a-f]{8}$", "00000000");
        given().header("X-Api-Key", forged).get(path("/statement")).then().statusCode(401);
        Eventually.until(
                "the refusal is written",
                () ->
                        Integer.valueOf(401)
                                .equals(lines("key", school.id()).getFirst().get("status")));
        assertThat(lines("key", school.id()).getFirst()).doesNotContainKey("role");
    }

    /// Nothing is done, and nothing is answered, of which there would be no trace.
    @Test
    void withoutTheTrailNothingIsDoneAndNothingIsTold() throws SQLException {
        enrol();
        ApiKeys.IssuedKey key = issue(new Permission.Operator());
        List<String> before = known();
        asOwner("revoke insert on audit_entry from " + appRole);
        try {
            problem(
                    as(key).contentType("application/json")
                            .body("{\"role\":\"OPERATOR\",\"label\":\"x\"}")
                            .post("/api/v1/keys")
                            .then(),
                    ProblemCode.UNAVAILABLE);
            problem(as(key).delete("/api/v1/keys/" + key.id()).then(), ProblemCode.UNAVAILABLE);
            Response file = as(key).get(path("/statement?cycle=2022"));
            problem(file.then(), ProblemCode.UNAVAILABLE);
            assertThat(file.asString()).doesNotContain(teacher.teacherNo());
            assertThat(file.header("Retry-After")).isNotNull();
            as(key).get("/api/v1/feeds").then().statusCode(200);
        } finally {
            asOwner("grant insert on audit_entry to " + appRole);
        }
        assertThat(known()).isEqualTo(before);
        as(key).get(path("/statement?cycle=2022")).then().statusCode(200);
    }

    @Test
    void theHubItselfCannotChangeWhatIsWritten() {
        for (String change :
                List.of(
                        "update audit_entry set status = 200",
                        "delete from audit_entry",
                        "truncate audit_entry",
                        "update audit_outcome set status = 200",
                        "delete from audit_outcome")) {
            assertThatThrownBy(() -> pool.query(change).execute().await().atMost(PATIENCE))
                    .as(change)
                    .hasMessageContaining("42501");
        }
    }

    @Test
    void noDocumentIsInTheTrailWhateverTheRequestNames() {
        ApiKeys.IssuedKey key = issue(new Permission.Operator());
        String number = teacher.idNumber();
        as(key).get("/api/v1/teachers/" + number + "/statement").then().statusCode(404);
        as(key).delete("/api/v1/keys/" + number).then().statusCode(404);
        as(key).get("/api/v1/recognitions/" + number);
        String all = operator(keys).get("/api/v1/audit?limit=500").asString();
        assertThat(all).doesNotContain(number).contains(number.substring(0, 2) + "****");
        assertThat(lines("key", key.id())).hasSize(3);
    }

    @Test
    void anOfficeSeesWhatWasDoneAboutItsOwnTeachers() {
        enrol();
        operator(keys).get(path("/account"));
        JsonPath own =
                reader(keys, "140105")
                        .get("/api/v1/audit?teacher=" + teacher.teacherNo())
                        .jsonPath();
        assertThat(own.getList("items.operation"))
                .contains("GET /api/v1/teachers/{teacherNo}/account");
        assertThat(own.getList("items.role")).contains("OPERATOR");
        for (String elsewhere : List.of("140106", "140200", "110000")) {
            reader(keys, elsewhere)
                    .get("/api/v1/audit?teacher=" + teacher.teacherNo())
                    .then()
                    .body("items.size()", equalTo(0));
        }
    }

    @Test
    void linesAreFoundByOperationAndTimeAndPagedThrough() {
        ApiKeys.IssuedKey key = issue(new Permission.Operator());
        for (int i = 0; i < 5; i++) as(key).get("/api/v1/keys");
        as(key).get("/api/v1/years/in-question");
        String query = "/api/v1/audit?key=" + key.id();
        JsonPath first = operator(keys).get(query + "&limit=4").jsonPath();
        JsonPath rest =
                operator(keys).get(query + "&limit=4&cursor=" + first.getString("next")).jsonPath();
        assertThat(first.getList("items")).hasSize(4);
        assertThat(rest.getList("items")).hasSize(2);
        assertThat(rest.getString("next")).isNull();
        assertThat(operator(keys).get(query + "&operation=GET /api/v1/keys").jsonPath())
                .satisfies(found -> assertThat(found.getList("items")).hasSize(5));
        String now = Instant.now().toString();
        assertThat(operator(keys).get(query + "&until=" + now).jsonPath().getList("items"))
                .hasSize(6);
        assertThat(operator(keys).get(query + "&from=" + now).jsonPath().getList("items"))
                .isEmpty();
        for (String[] wrong :
                List.of(
                        new String[] {"key", "x"},
                        new String[] {"from", "yesterday"},
                        new String[] {"until", "+999999999-01-01T00:00:00Z"},
                        new String[] {"operation", "\u0000".repeat(200)},
                        new String[] {"teacher", " "})) {
            problem(
                    operator(keys).queryParam(wrong[0], wrong[1]).get("/api/v1/audit").then(),
                    ProblemCode.BAD_PARAMETER);
        }
    }

    private void enrol() {
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    private String path(String of) {
        return "/api/v1/teachers/" + teacher.teacherNo() + of;
    }

    private ApiKeys.IssuedKey issue(Permission grant) {
        return keys.issue(grant, "audit").await().atMost(PATIENCE);
    }

    private static RequestSpecification as(ApiKeys.IssuedKey key) {
        return given().header("X-Api-Key", key.key());
    }

    private List<Map<String, Object>> lines(String filter, String value) {
        return operator(keys)
                .get("/api/v1/audit?" + filter + "=" + value)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private List<String> known() {
        return store.all().await().atMost(PATIENCE).stream()
                .map(key -> key.id() + key.revokedAt())
                .toList();
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(databaseUrl, ownerName, ownerPassword);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
