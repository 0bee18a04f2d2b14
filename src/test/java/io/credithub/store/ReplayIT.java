package io.credithub.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Permission;
import io.credithub.store.sql.Deflated;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was rejected is judged again: by an operator, and when the same bytes come.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ReplayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 6;
    private static final String PUSHES = "/api/v1/feeds/vendor-push/deliveries";
    private static final String DELIVERIES = "/api/v1/deliveries/";

    /// As a delivery lies there that was judged by an older mapping, which did not understand it.
    private static final String REJECTED =
            """
            with d as (insert into delivery (feed_id, reference, sha256, bytes, charset, head,
                mapping_digest, landed_at)
                select id, 'older.ndjson', $1, $2, 'UTF-8', ''::bytea, 'older', now() - interval '1 day'
                from feed where code = 'vendor-push' returning id),
            c as (insert into chunk (delivery_id, chunk_no, first_position, records, payload, done)
                select id, 0, 0, $3, $4, true from d),
            r as (insert into rejection (delivery_id, position, codes)
                select id, p, 'HUB-1008' from d, generate_series(0, $3 - 1) p)
            select id from d\
            """;

    private static final String FINISHED =
            """
            update delivery set received = $2, rejected = $2, chunks = 1, chunks_done = 1,
                finished_at = landed_at where id = $1\
            """;

    @Inject ApiKeys keys;
    @Inject Pool pool;

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), "140105");

    @BeforeEach
    void aTeacherIsInTheRoster() {
        operator()
                .contentType("text/csv")
                .body(teacher.csv().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasRejectedIsTakenAndTheProofSaysSo() {
        long original = rejected(record("a") + broken("b"), 2);
        Response answer =
                operator()
                        .queryParam("reason", "table mended")
                        .post(DELIVERIES + original + "/replay");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        long replay = answer.jsonPath().getLong("delivery");
        assertThat(answer.header("Location")).endsWith(DELIVERIES + replay);

        JsonPath told = settled(replay);
        assertThat(told.getLong("replay.original")).isEqualTo(original);
        assertThat(told.getString("replay.reason")).isEqualTo("table mended");
        assertThat(told.getInt("records.received")).isEqualTo(2);
        assertThat(told.getInt("records.accepted")).isEqualTo(1);
        assertThat(told.getInt("records.rejected")).isEqualTo(1);
        JsonPath first = settled(original);
        assertThat(first.getInt("records.rejected")).isEqualTo(2);
        assertThat(first.getInt("records.replayed")).isEqualTo(1);
        assertThat(first.getInt("records.open")).isEqualTo(1);
        assertThat(first.getList("replays", Long.class)).containsExactly(replay);

        JsonPath proof = operator().get("/api/v1/reconciliation?recount=true").jsonPath();
        String claim = "invariants.find { it.code == 'replayed' }";
        assertThat(proof.getBoolean(claim + ".holds")).isTrue();
        assertThat(proof.getList("invariants.findAll { !it.holds && it.about == 'HUB' }.code"))
                .isEmpty();
    }

    @Test
    void theAwardIsExplainedFromTheBytesOfTheOriginal() {
        long original = rejected(record("a"), 1);
        long replay =
                operator().post(DELIVERIES + original + "/replay").jsonPath().getLong("delivery");
        settled(replay);
        JsonPath statement =
                operator()
                        .get("/api/v1/teachers/" + teacher.teacherNo() + "/statement?cycle=2022")
                        .jsonPath();
        assertThat(statement.getString("entries[0].credits")).isEqualTo("16.00");
        assertThat(statement.getLong("entries[0].provenance.delivery")).isEqualTo(original);
        assertThat(statement.getLong("entries[0].provenance.replay")).isEqualTo(replay);
        long seq = statement.getLong("entries[0].seq");
        JsonPath why = operator().get("/api/v1/awards/" + seq + "/explanation").jsonPath();
        assertThat(why.getLong("delivery.id")).isEqualTo(original);
        assertThat(why.getLong("delivery.replay")).isEqualTo(replay);
        assertThat(why.getString("record.fields.recordId")).isEqualTo(id("a"));
        assertThat(why.getBoolean("mapping.sameVersion")).isTrue();
        assertThat(why.getBoolean("facts.matches")).isTrue();
    }

    @Test
    void replaysThatAreAskedForAtOnceAreNoFault() {
        String path = DELIVERIES + rejected(record("a") + broken("b"), 2) + "/replay";
        List<RequestSpecification> callers =
                Stream.generate(this::operator).limit(AT_ONCE).toList();
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(AT_ONCE)) {
            for (RequestSpecification caller : callers) {
                answers.add(together.submit(() -> caller.post(path).statusCode()));
            }
        }
        assertThat(answers).extracting(Future::resultNow).contains(202).isSubsetOf(200, 202);
    }

    @Test
    void aSecondReplayTakesNothing() {
        long original = rejected(record("a"), 1);
        settled(operator().post(DELIVERIES + original + "/replay").jsonPath().getLong("delivery"));
        operator()
                .post(DELIVERIES + original + "/replay")
                .then()
                .statusCode(200)
                .body("begun", equalTo(false))
                .body("records", equalTo(0))
                .body("delivery", nullValue());
    }

    @Test
    void aDryRunTellsHowManyAndBeginsNothing() {
        long original = rejected(record("a") + broken("b"), 2);
        operator()
                .post(DELIVERIES + original + "/replay?dryRun=true")
                .then()
                .statusCode(200)
                .body("records", equalTo(2))
                .body("delivery", nullValue());
        assertThat(settled(original).getList("replays")).isEmpty();
        operator().post(DELIVERIES + original + "/replay?dryRun=1").then().statusCode(400);
    }

    @Test
    void anUnknownDeliveryAndACallerWhoMayNotAreAnswered() {
        operator().post(DELIVERIES + "999999999/replay").then().statusCode(404);
        long original = rejected(record("a"), 1);
        feed().post(DELIVERIES + original + "/replay").then().statusCode(403);
        given().post(DELIVERIES + original + "/replay").then().statusCode(401);
    }

    @Test
    void aDeliveryThatIsNotFinishedIsToldSo() {
        long open = insert(record("a"), 1);
        operator()
                .post(DELIVERIES + open + "/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("HUB-2142"));
        run(FINISHED, Tuple.of(open, 1L));
    }

    @Test
    void theSameBytesAreJudgedAgainUnlessTheKeyIsTheSame() {
        String body = record("a");
        long original = rejected(body, 1);
        String key = UUID.randomUUID().toString();
        Response judged = push(body, key);
        assertThat(judged.header("X-Repeated")).isEqualTo("true");
        assertThat(judged.jsonPath().getLong("delivery")).isEqualTo(original);
        long replay = judged.jsonPath().getLong("replay");
        JsonPath told = settled(replay);
        assertThat(told.getString("replay.by")).isEqualTo("feed:vendor-push");
        assertThat(told.getInt("records.accepted")).isEqualTo(1);
        Response same = push(body, key);
        assertThat(same.jsonPath().getLong("delivery")).isEqualTo(original);
        assertThat(same.jsonPath().getString("replay")).isNull();
        Response other = push(body, UUID.randomUUID().toString());
        assertThat(other.jsonPath().getString("replay")).as("nothing is left").isNull();
    }

    @Test
    void bytesThatWouldBeRejectedAgainAreNotJudgedEachTime() {
        String body = broken("a");
        long original = rejected(body, 1);
        long replay = push(body, null).jsonPath().getLong("replay");
        assertThat(settled(replay).getInt("records.rejected")).isEqualTo(1);
        assertThat(push(body, null).jsonPath().getString("replay")).isNull();
        assertThat(settled(original).getInt("records.open")).isEqualTo(1);
    }

    @Test
    void allThatIsRejectedByACodeIsReplayedAtOnce() {
        long one = rejected(record("a"), 1);
        long other = rejected(record("b"), 1);
        operator()
                .post(DELIVERIES + "replay?feed=vendor-push&code=HUB-1008")
                .then()
                .statusCode(200);
        assertThat(settled(one).getInt("records.open")).isZero();
        assertThat(settled(other).getInt("records.open")).isZero();
        operator().post(DELIVERIES + "replay?code=HUB-9").then().statusCode(400);
        operator().post(DELIVERIES + "replay?feed=nobody").then().statusCode(400);
    }

    private long rejected(String body, int records) {
        long delivery = insert(body, records);
        run(FINISHED, Tuple.of(delivery, (long) records));
        return delivery;
    }

    private long insert(String body, int records) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Tuple values =
                Tuple.of(
                        Buffer.buffer(sha256(bytes)),
                        (long) bytes.length,
                        records,
                        Buffer.buffer(Deflated.of(bytes)));
        return pool.preparedQuery(REJECTED)
                .execute(values)
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void run(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String id(String name) {
        return teacher.teacherNo() + "-" + name;
    }

    private String record(String name) {
        return """
        {"recordId":"%s","teacher":{"teacherNo":"%s","name":"王䶮"},"program":{"name":"研修 %s"},\
        "level":"PROVINCE","form":"CENTRALISED","hours":40,"grade":"EXCELLENT",\
        "completedOn":"2023-05-01"}
        """
                .formatted(id(name), teacher.teacherNo(), id(name));
    }

    private String broken(String name) {
        return record(name).replace("EXCELLENT", "SPLENDID");
    }

    private Response push(String body, @Nullable String key) {
        RequestSpecification request =
                feed().contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8));
        if (key != null) request.header("Idempotency-Key", key);
        Response answer = request.post(PUSHES);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer;
    }

    private JsonPath settled(long delivery) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonPath told = operator().get(DELIVERIES + delivery).jsonPath();
        while (!told.getBoolean("records.settled")) {
            assertThat(System.nanoTime()).as("finished in time").isLessThan(deadline);
            told = operator().get(DELIVERIES + delivery).jsonPath();
        }
        return told;
    }

    private RequestSpecification operator() {
        return with(new Permission.Operator());
    }

    private RequestSpecification feed() {
        return with(new Permission.FeedPermission("vendor-push"));
    }

    private RequestSpecification with(Permission grant) {
        String key = keys.issue(grant, "test").await().atMost(PATIENCE).key();
        return given().header("Authorization", "Bearer " + key);
    }
}
