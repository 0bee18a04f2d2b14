package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.load.ExpensiveQuestions;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Questions that read much, while the table that they read does not let them: none ends by itself.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ExpensiveQuestionsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PROOF = "/api/v1/reconciliation";
    private static final int MANY = 40;
    private static final int AT_ONCE = 2;
    private static final int PER_KEY = 4;
    private static final int PUSHES = 10;
    private static final String AT_THE_SERVER =
            "select count(*) from pg_stat_activity where application_name like '% questions'";

    @Inject ApiKeys keys;
    @Inject Pool pool;
    @Inject ExpensiveQuestions questions;

    private final List<Wire> wires = new ArrayList<>();
    private SqlConnection holder;
    private boolean isHeld;

    @BeforeEach
    void theTableIsHeld() {
        holder = pool.getConnection().await().atMost(SOON);
        sql("begin");
        sql("lock table completion in access exclusive mode");
        isHeld = true;
    }

    @AfterEach
    void nothingIsLeft() {
        wires.forEach(Wire::close);
        release();
        holder.close().await().atMost(SOON);
    }

    private void sql(String sql) {
        holder.query(sql).execute().await().atMost(SOON);
    }

    private void release() {
        if (isHeld) sql("rollback");
        isHeld = false;
    }

    @Test
    void fortyRecountsAreOneAndNoPushWaitsForThem() {
        long begun = questions.begun();
        String key = key("140105");
        for (int i = 0; i < MANY; i++) ask(key, PROOF + "?recount=true");
        Eventually.until("all ask", () -> questions.callers() == MANY);
        assertThat(questions.begun() - begun).isEqualTo(1);
        for (int i = 0; i < PUSHES; i++) {
            Response pushed = push();
            assertThat(pushed.statusCode()).as(pushed.asString()).isEqualTo(202);
            assertThat(pushed.time()).isLessThan(SOON.toMillis());
        }
        release();
        assertThat(wires)
                .extracting(wire -> wire.answer(SOON))
                .extracting(answer -> answer.lines().findFirst().orElse("no answer"))
                .containsOnly("HTTP/1.1 200 OK");
        assertThat(questions.begun() - begun).isEqualTo(1);
        assertThat(questions.callers()).isZero();
    }

    @Test
    void fewAreAnsweredAtATimeAndNoKeyTakesAllPlaces() {
        String key = key("140105");
        for (int i = 1; i <= PER_KEY; i++) askAndWait(key, i);
        assertThat(questions.running()).isEqualTo(AT_ONCE);
        assertThat(questions.waiting()).isEqualTo(PER_KEY - AT_ONCE);
        assertThat(IntStream.rangeClosed(PER_KEY + 1, MANY))
                .extracting(i -> ask(key, shares(i)).answer(SOON))
                .allMatch(answer -> answer.startsWith("HTTP/1.1 429"))
                .allMatch(answer -> answer.contains("HUB-5025"))
                .allMatch(answer -> answer.contains("Retry-After: "));
        askAndWait(key("140106"), 1);
        assertThat(atTheServer()).isEqualTo(AT_ONCE);
        release();
        assertThat(wires.subList(0, PER_KEY))
                .allMatch(wire -> wire.answer(SOON).startsWith("HTTP/1.1 200"));
    }

    @Test
    void whatNobodyWaitsForAnyMoreEndsAtTheServerToo() {
        String key = key("140105");
        for (int i = 1; i <= PER_KEY; i++) askAndWait(key, i);
        Wire stays = askAndWait(key("140106"), 1);
        Eventually.until("statements run", () -> atTheServer() == AT_ONCE);
        wires.subList(0, PER_KEY).forEach(Wire::close);
        Eventually.until("one is left", () -> atTheServer() == 1 && questions.callers() == 1);
        assertThat(questions.running()).as("who waited is answered now").isEqualTo(1);
        stays.close();
        Eventually.until("none is left", () -> atTheServer() == 0);
        assertThat(questions.running()).isZero();
    }

    private Wire askAndWait(String key, int number) {
        int before = questions.callers();
        Wire asked = ask(key, shares(number));
        Eventually.until("it is asked", () -> questions.callers() == before + 1);
        return asked;
    }

    /// As many different questions as there are numbers.
    private static String shares(int number) {
        return PROOF + "?by=delivery&limit=" + number;
    }

    private Wire ask(String key, String path) {
        Wire wire = new Wire(RestAssured.port);
        wires.add(wire);
        return wire.head(
                "GET " + path + " HTTP/1.1\nHost: hub\nAuthorization: Bearer " + key + "\n");
    }

    private Response push() {
        String record = Answers.record("IT-questions", "IT-" + UUID.randomUUID(), 1);
        return feed(keys, "vendor-push")
                .contentType("application/x-ndjson")
                .body(record.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/feeds/vendor-push/deliveries");
    }

    private String key(String division) {
        Permission reader = new Permission.Reader(new Jurisdiction(division));
        return keys.issue(reader, "questions").await().atMost(SOON).key();
    }

    private long atTheServer() {
        return pool.query(AT_THE_SERVER)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(SOON);
    }
}
