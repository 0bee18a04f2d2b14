package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/// A county of its own with one teacher, and those who sign for it.
final class SignOffDesk {
    static final String SIGN_OFFS = "/api/v1/sign-offs";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Random RANDOM = new Random();

    final String county;
    final RosterTeacher teacher;
    final String first;
    final String second;
    final String city;
    private final ApiKeys keys;

    SignOffDesk(ApiKeys keys, String county) {
        this.keys = keys;
        this.county = county;
        this.teacher = RosterTeacher.draw(RANDOM, county);
        this.first = registrar(county);
        this.second = registrar(county);
        this.city = registrar(county.substring(0, 4) + "00");
    }

    String registrar(String division) {
        Permission grant = new Permission.Registrar(new Jurisdiction(division));
        return keys.issue(grant, "test").await().atMost(PATIENCE).key();
    }

    static RequestSpecification by(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    /// On the roster, with one record.
    void begin() {
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
        push(40);
    }

    /// The record, or what it is corrected to.
    void push(int hours) {
        push(hours, "");
    }

    /// @param more fields of it, each with a comma behind it
    void push(int hours, String more) {
        String no = teacher.teacherNo();
        Response receipt =
                Answers.feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(
                                Answers.record(no, no + "-a", hours)
                                        .replace("\"grade\"", more + "\"grade\"")
                                        .getBytes(UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        Answers.settled(operator(keys), receipt.header("Location"));
    }

    Response prepare(String key) {
        return prepare(key, 2022);
    }

    Response prepare(String key, int year) {
        return by(key).body(Map.of("county", county, "schoolYear", year, "note", "全部差异已核对"))
                .post(SIGN_OFFS);
    }

    /// @return its id
    long prepared() {
        Response made = prepare(first);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.jsonPath().getLong("id");
    }

    static Response act(String key, long id, String act) {
        return by(key).body("{\"note\":\"同意\"}").post(SIGN_OFFS + "/" + id + "/" + act);
    }

    static Response giveBack(String key, long id, String reason) {
        return by(key).body(Map.of("reason", reason)).post(SIGN_OFFS + "/" + id + "/return");
    }

    static void done(Response answer, String state) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo(state);
    }

    /// Prepared, approved and concluded.
    ///
    /// @return its id
    long signed() {
        long id = prepared();
        done(act(second, id, "approve"), "APPROVED");
        done(act(city, id, "conclude"), "CONCLUDED");
        return id;
    }

    JsonPath told(long id) {
        return by(first).get(SIGN_OFFS + "/" + id).jsonPath();
    }

    byte[] file(long id) {
        return by(first).get(SIGN_OFFS + "/" + id + "/file").asByteArray();
    }

    JsonPath changes(long id) {
        return by(first).get(SIGN_OFFS + "/" + id + "/changes").jsonPath();
    }

    /// A run of reconciliation over the county and its school year.
    void run() {
        Response begun =
                by(first).body("{\"schoolYear\":2022}").post("/api/v1/reconciliation/runs");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        String path = "/api/v1/reconciliation/runs/" + begun.jsonPath().getInt("id");
        Eventually.until(
                "the run is over",
                () -> operator(keys).get(path).jsonPath().getString("state").equals("DONE"));
    }

    /// Breaks of what was signed.
    JsonPath breaks(String state) {
        return by(first)
                .queryParam("code", "DECIDED_YEAR_CHANGED")
                .queryParam("state", state)
                .get("/api/v1/reconciliation/breaks")
                .jsonPath();
    }
}
