package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.SubscriptionCode;
import io.credithub.fixtures.SampleReports;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.ApiKeys.IssuedKey;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Subscriptions, as those see them who have reports sent.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(DeliveringHub.class)
final class SubscriptionsIT {
    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
    private static final String COUNTY = "149961";
    private static final String NEIGHBOUR = "149962";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WEEKLY =
            "{\"every\":\"WEEKLY\",\"weekday\":\"MONDAY\",\"time\":\"07:30\"}";

    @Inject ApiKeys keys;
    @Inject PlantedReports planted;
    @Inject Pool pool;

    @BeforeEach
    void somethingIsCounted() {
        planted.statement().answer(_ -> Uni.createFrom().item(SampleReports.statement()));
        planted.teachers().answer(_ -> Uni.createFrom().item(SampleReports.teachers(20)));
    }

    private IssuedKey key(String division) {
        return keys.issue(new Permission.Reader(new Jurisdiction(division)), "test")
                .await()
                .atMost(PATIENCE);
    }

    private static RequestSpecification as(IssuedKey key) {
        return given().header("Authorization", "Bearer " + key.key());
    }

    private static String wanted(String name, String schedule, String target) {
        return """
        {"report":{"name":"%s","division":"%s","format":"csv"},"schedule":%s,"target":"%s"}\
        """
                .formatted(name, COUNTY, schedule, target);
    }

    private static Response subscribe(RequestSpecification caller, String body) {
        return caller.contentType("application/json").body(body).post(SUBSCRIPTIONS);
    }

    private int subscribed(IssuedKey key, String name, String target) {
        Response made = subscribe(as(key), wanted(name, WEEKLY, target));
        made.then().statusCode(201);
        return made.jsonPath().getInt("id");
    }

    private JsonPath ended(String path) {
        Eventually.until(
                "sent or not",
                PATIENCE,
                () -> operator(keys).get(path).jsonPath().get("finishedAt") != null);
        return operator(keys).get(path).jsonPath();
    }

    private JsonPath sent(RequestSpecification caller, int subscription) {
        Response trial = caller.post(SUBSCRIPTIONS + "/" + subscription + "/send");
        trial.then().statusCode(202).body("trial", equalTo(true));
        return ended("/api/v1/report-deliveries/" + trial.jsonPath().getInt("id"));
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Test
    void aReportLiesInTheFolderWithItsManifestAndItsReceiptIsTold() throws IOException {
        IssuedKey key = key(COUNTY);
        int id = subscribed(key, "statement", "office");
        JsonPath sent = sent(as(key), id);
        assertThat(sent.getString("state")).isEqualTo("SENT");
        String name = sent.getString("fileName");
        assertThat(name).matches("statement-149961-[0-9]{4}-[0-9]{8}T[0-9]{6}Z-[0-9]+\\.csv");
        Path file = DeliveringHub.OFFICE.resolve(name);
        assertThat(sha256(file)).isEqualTo(sent.getString("receipt.sha256"));
        assertThat(Files.size(file)).isEqualTo(sent.getLong("receipt.bytes"));
        assertThat(sent.getString("receipt.where")).isEqualTo("folder office");
        String stem = name.replace(".csv", "");
        JsonPath manifest =
                new JsonPath(
                        Files.readString(DeliveringHub.OFFICE.resolve(stem + ".manifest.json")));
        assertThat(manifest.getString("sha256")).isEqualTo(sha256(file));
        assertThat(manifest.getInt("delivery")).isEqualTo(sent.getInt("id"));
        assertThat(manifest.getInt("subscription")).isEqualTo(id);
        assertThat(manifest.getString("key")).isEqualTo(sent.getString("key"));
        assertThat(Files.readString(DeliveringHub.OFFICE.resolve(stem + ".sha256")))
                .isEqualTo(sha256(file) + "  " + name + "\n");
        operator(keys)
                .queryParam("operation", "SEND /api/v1/report-deliveries")
                .queryParam("key", key.id())
                .get("/api/v1/audit")
                .then()
                .body("items[0].status", equalTo(200))
                .body("items[0].role", equalTo("READER"));
    }

    @Test
    void aKeyThatWasTakenBackIsSentNothing() {
        IssuedKey key = key(COUNTY);
        int id = subscribed(key, "statement", "office");
        operator(keys).delete("/api/v1/keys/" + key.id()).then().statusCode(204);
        due(id);
        String path = SUBSCRIPTIONS + "/" + id;
        Eventually.until(
                "paused",
                PATIENCE,
                () -> operator(keys).get(path).jsonPath().getString("state").equals("PAUSED"));
        operator(keys)
                .get(path)
                .then()
                .body("pausedFor.code", equalTo("KEY_GONE"))
                .body("nextDue", nullValue());
        JsonPath refused = operator(keys).get(path + "/deliveries").jsonPath();
        assertThat(refused.getString("items[0].state")).isEqualTo("REFUSED");
        assertThat(refused.getString("items[0].refused.code")).isEqualTo("KEY_GONE");
        assertThat(refused.getString("items[0].fileName")).isNull();
        operator(keys)
                .queryParam("operation", "SEND /api/v1/report-deliveries")
                .queryParam("key", key.id())
                .get("/api/v1/audit")
                .then()
                .body("items[0].status", equalTo(403));
        problem(operator(keys).post(path + "/send").then(), SubscriptionCode.IS_PAUSED);
    }

    /// Its time has come.
    private void due(int id) {
        pool.preparedQuery(
                        "update report_subscription set due_at = now() - interval '1 minute' where"
                                + " id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(PATIENCE);
    }

    @Test
    void whatIsTriedInVainIsSeenAndTriedAgain() throws IOException {
        IssuedKey key = key(COUNTY);
        int id = subscribed(key, "teachers", "persons");
        Path gone = DeliveringHub.PERSONS.resolveSibling("gone-" + key.id());
        Files.move(DeliveringHub.PERSONS, gone);
        JsonPath dead = sent(as(key), id);
        assertThat(dead.getString("state")).isEqualTo("DEAD");
        assertThat(dead.getInt("attempts")).isEqualTo(2);
        assertThat(dead.getString("failure")).isNotBlank();
        as(key).get("/api/v1/report-deliveries?state=DEAD")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(dead.getInt("id")));
        reader(keys, NEIGHBOUR)
                .get("/api/v1/report-deliveries?limit=500")
                .then()
                .body("items", equalTo(List.of()));
        Files.move(gone, DeliveringHub.PERSONS);
        String path = "/api/v1/report-deliveries/" + dead.getInt("id");
        as(key).post(path + "/retry").then().statusCode(200);
        JsonPath sent = ended(path);
        assertThat(sent.getString("state")).isEqualTo("SENT");
        assertThat(DeliveringHub.PERSONS.resolve(sent.getString("fileName"))).exists();
        problem(as(key).post(path + "/retry").then(), SubscriptionCode.NOT_DEAD);
    }

    @Test
    void whatIsNotTheCallersIsNotThere() {
        int id = subscribed(key(COUNTY), "statement", "office");
        String path = SUBSCRIPTIONS + "/" + id;
        problem(reader(keys, NEIGHBOUR).get(path).then(), ProblemCode.NOT_FOUND);
        problem(reader(keys, NEIGHBOUR).post(path + "/send").then(), ProblemCode.NOT_FOUND);
        reader(keys, "149900").get(path).then().statusCode(200);
        problem(reader(keys, "149900").delete(path).then(), ProblemCode.FORBIDDEN);
        problem(reader(keys, "149900").post(path + "/send").then(), ProblemCode.FORBIDDEN);
        operator(keys).delete(path).then().statusCode(204);
        problem(operator(keys).get(path).then(), ProblemCode.NOT_FOUND);
    }

    @Test
    void personsGoOnlyWhereTheOperatorSaysSo() {
        IssuedKey key = key(COUNTY);
        problem(
                        subscribe(as(key), wanted("teachers", WEEKLY, "office")).then(),
                        SubscriptionCode.MAY_NOT)
                .body("value", equalTo("PERSONS"));
        subscribed(key, "teachers", "persons");
    }

    @Test
    void aTargetOfAnotherCityIsClosed() {
        String elsewhere = wanted("statement", WEEKLY, "office").replace(COUNTY, "149861");
        problem(subscribe(operator(keys), elsewhere).then(), SubscriptionCode.MAY_NOT)
                .body("value", equalTo("TARGET_CLOSED"));
    }

    @Test
    void whoChangesAnOldVersionIsToldAndPausedIsPaused() {
        IssuedKey key = key(COUNTY);
        int id = subscribed(key, "statement", "office");
        String path = SUBSCRIPTIONS + "/" + id;
        change(key, id, "{\"version\":1,\"state\":\"PAUSED\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("state", equalTo("PAUSED"))
                .body("nextDue", nullValue());
        problem(
                change(key, id, "{\"version\":1,\"state\":\"ACTIVE\"}").then(),
                SubscriptionCode.CHANGED_MEANWHILE);
        problem(as(key).post(path + "/send").then(), SubscriptionCode.IS_PAUSED);
        change(
                        key,
                        id,
                        "{\"version\":2,\"state\":\"ACTIVE\",\"schedule\":{\"every\":\"MONTHLY\","
                                + "\"day\":31,\"time\":\"18:00\"}}")
                .then()
                .statusCode(200)
                .body("schedule.day", equalTo(31))
                .body("state", equalTo("ACTIVE"));
    }

    private static Response change(IssuedKey key, int id, String body) {
        return as(key).contentType("application/json").body(body).patch(SUBSCRIPTIONS + "/" + id);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                     | schedule.every
                    {"every":"HOURLY","time":"07:30"}                      | schedule.every
                    {"every":"DAILY","time":"25:00"}                       | schedule.time
                    {"every":"DAILY"}                                      | schedule.time
                    {"every":"DAILY","time":"07:30","day":3}               | schedule.day
                    {"every":"WEEKLY","time":"07:30"}                      | schedule.weekday
                    {"every":"MONTHLY","time":"07:30","day":0}             | schedule.day
                    {"every":"MONTHLY","time":"07:30","day":32}            | schedule.day
                    {"every":"ONCE","time":"07:30","date":"2020-01-01"}    | schedule.date
                    {"every":"ONCE","time":"07:30","date":"2027-02-30"}    | schedule.date
                    """)
    void whatIsNoScheduleIsNamed(String schedule, String parameter) {
        problem(
                        subscribe(as(key(COUNTY)), wanted("statement", schedule, "office")).then(),
                        ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo(parameter));
    }

    @Test
    void aTargetThatIsNotThereIsNamed() {
        problem(
                        subscribe(as(key(COUNTY)), wanted("statement", WEEKLY, "nowhere")).then(),
                        ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo("target"));
        as(key(COUNTY))
                .get(SUBSCRIPTIONS + "/targets")
                .then()
                .statusCode(200)
                .body("name", hasItems("office", "persons"));
    }
}
