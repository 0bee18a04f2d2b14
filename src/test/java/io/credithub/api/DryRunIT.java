package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A dry run goes the whole way and leaves no trace, whatever goes on beside it.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class DryRunIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATH = "/api/v1/feeds/vendor-push/deliveries";
    private static final int ROUNDS = 8;

    @Inject ApiKeys keys;

    /// Tables that the hub writes to by itself: leases of feeds, the last use of keys.
    private static final Set<String> COUNTED = Set.of("api_key", "feed");

    /// What follows, within seconds, from what was posted before.
    private static final Set<String> FOLLOWING =
            Set.of(
                    "match_progress",
                    "teacher_verdict",
                    "verdict_count",
                    "verdict_progress",
                    "verdict_touched");

    private static final String COUNT = "select count(*)::text from ";

    @Inject Pool pool;

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), "140105");
    private final String teacherNo = teacher.teacherNo();

    @BeforeEach
    void aTeacherIsInTheRoster() {
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    @Test
    void everyTableIsAsItWas() {
        settle(push(record("known", 30)));
        String body =
                record("new", 40)
                        + record("known", 36)
                        + record("known", 30)
                        + "{\"a\":1}\n"
                        + Answers.record("IT-nobody", teacherNo + "w", 8);
        RequestSpecification vendor = feed(keys, "vendor-push");
        Map<String, String> before = tables();
        JsonPath told = dryRun(vendor, body).jsonPath();
        assertThat(told.getInt("records")).isEqualTo(5);
        assertThat(told.getInt("rejected") + told.getInt("waiting")).isEqualTo(2);
        assertThat(told.getInt("accepted") + told.getInt("duplicate")).isEqualTo(3);
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void besidePushesOnlyWhatThePushesBringIsStored() throws Exception {
        String rehearsed = record("dry", 40) + record("dry2", 30);
        RequestSpecification vendor = feed(keys, "vendor-push");
        List<Future<Response>> rehearsals = new ArrayList<>();
        try (ExecutorService beside = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                rehearsals.add(beside.submit(() -> dryRun(feed(keys, "vendor-push"), rehearsed)));
                settle(push(record("wet" + round, 10 + round)));
            }
        }
        for (Future<Response> rehearsal : rehearsals) {
            JsonPath told = rehearsal.get().jsonPath();
            assertThat(told.getInt("accepted")).isEqualTo(2);
            assertThat(told.getString("credits")).isEqualTo("28.00");
        }
        assertThat(recordIds()).hasSize(ROUNDS).allMatch(id -> id.startsWith(teacherNo + "wet"));
        Response real = push(rehearsed);
        assertThat(real.header("X-Repeated")).as("it never landed").isEqualTo("false");
        assertThat(settle(real).getInt("records.accepted")).isEqualTo(2);
        assertThat(dryRun(vendor, rehearsed).jsonPath().getInt("duplicate")).isEqualTo(2);
        assertThat(recordIds()).hasSize(ROUNDS + 2);
        assertThat(operator(keys).get("/api/v1/ledger/proof").jsonPath().getBoolean("whole"))
                .isTrue();
    }

    private static Response dryRun(RequestSpecification vendor, String body) {
        Response told =
                vendor.contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post(PATH + "?dryRun=true");
        assertThat(told.statusCode()).isEqualTo(200);
        return told;
    }

    private Response push(String body) {
        Response answer =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post(PATH);
        assertThat(answer.statusCode()).isEqualTo(202);
        return answer;
    }

    private JsonPath settle(Response pushed) {
        return Answers.settled(operator(keys), pushed.header("Location"));
    }

    private String record(String id, int hours) {
        return Answers.record(teacherNo, teacherNo + id, hours);
    }

    private List<String> recordIds() {
        return operator(keys)
                .get("/api/v1/teachers/" + teacherNo + "/statement?cycle=2022")
                .jsonPath()
                .getList("entries.provenance.recordId");
    }

    /// Every table with a digest of all that is in it; of `feed`, which pollers write to, the
    /// number of its rows.
    private Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        for (String table :
                texts("select tablename::text from pg_tables where schemaname = 'public'")) {
            if (FOLLOWING.contains(table)) continue;
            String all =
                    "select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ";
            String question = COUNTED.contains(table) ? COUNT + table : all + table + " t";
            tables.put(table, texts(question).getFirst());
        }
        assertThat(tables).containsKeys("delivery", "completion", "ledger_head", "finding");
        return tables;
    }

    private List<String> texts(String question) {
        List<String> texts = new ArrayList<>();
        for (Row row : pool.query(question).execute().await().atMost(PATIENCE)) {
            texts.add(row.getString(0));
        }
        return texts;
    }
}
