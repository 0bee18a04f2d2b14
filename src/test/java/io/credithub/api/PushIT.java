package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.result.TooManyRecords;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class PushIT {
    private static final String FEED = "vendor-push";
    private static final String PATH = "/api/v1/feeds/vendor-push/deliveries";
    private static final String NDJSON = "application/x-ndjson";

    @Inject ApiKeys keys;

    private final String teacherNo = "IT-" + UUID.randomUUID();

    @Test
    void aPushIsAnsweredWithItsReceiptAndWhereToLook() {
        Response answer = push(record("a", 40) + record("b", 30));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getInt("records")).isEqualTo(2);
        JsonPath status = settled(answer.header("Location"));
        assertThat(status.getInt("records.waiting")).isEqualTo(2);
        assertThat(status.getString("hours.waiting")).isEqualTo("70.00");
    }

    @Test
    void theSameBytesAreTheSameDelivery() {
        String body = record("a", 40);
        Response first = push(body);
        Response again = push(body);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(first.header("X-Repeated")).isEqualTo("false");
        assertThat(again.header("X-Repeated")).isEqualTo("true");
    }

    @Test
    void aKeyStandsForOneBody() {
        String key = UUID.randomUUID().toString();
        String body = record("a", 40);
        Response first = send(key, body);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(send(key, body).asString()).isEqualTo(first.asString());
        String other = record("b", 40);
        problem(send(key, other).then(), ProblemCode.KEY_USED_FOR_ANOTHER_BODY);
        assertThat(push(other).header("X-Repeated")).as("it did not land").isEqualTo("false");
    }

    @Test
    void moreRecordsThanADeliveryMayHaveAreRefusedWhole() throws IOException {
        String body = "1\n".repeat((int) TooManyRecords.RECORDS_MAX + 1);
        byte[] packed = gzip(body.getBytes(StandardCharsets.UTF_8));
        assertThat(packed.length).as("what it costs the sender").isLessThan(1 << 14);
        for (String query : List.of("", "?dryRun=false")) {
            problem(
                    feed(keys, FEED)
                            .contentType(NDJSON)
                            .header("Content-Encoding", "gzip")
                            .body(packed)
                            .post(PATH + query)
                            .then(),
                    ProblemCode.TOO_MANY_RECORDS);
        }
    }

    @Test
    void anArrayAndGzipAreTakenToo() throws IOException {
        String array = "[" + record("a", 40).strip() + "," + record("b", 30).strip() + "]";
        feed(keys, FEED)
                .contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(gzip(array.getBytes(StandardCharsets.UTF_8)))
                .post(PATH)
                .then()
                .statusCode(202)
                .body("records", equalTo(2));
    }

    @Test
    void whatIsDeclaredIsHeldAgainstWhatCame() {
        Response answer =
                feed(keys, FEED)
                        .contentType(NDJSON)
                        .header("X-Declared-Records", "3")
                        .header("X-Declared-Persons", "1")
                        .header("X-Declared-Hours", "70.5")
                        .body(
                                (record("a", 40) + "{\"recordId\":\"broken\"}\n")
                                        .getBytes(StandardCharsets.UTF_8))
                        .post(PATH);
        JsonPath status = settled(answer.header("Location"));
        assertThat(status.getList("differences.what")).containsExactly("RECORDS", "HOURS");
        assertThat(status.getList("differences[1].positions")).containsExactly(1);
    }

    @Test
    void aDryRunTellsAndStoresNothing() {
        String body = record("a", 40) + "{\"recordId\":\"broken\"}\n";
        feed(keys, FEED)
                .contentType(NDJSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("records", equalTo(2))
                .body("waiting", equalTo(1))
                .body("rejected", equalTo(1))
                .body("findings.position", everyItem(equalTo(1)));
        assertThat(push(body).header("X-Repeated")).isEqualTo("false");
    }

    @Test
    void onlyTheKeyOfTheFeedOpensIt() {
        byte[] body = record("a", 40).getBytes(StandardCharsets.UTF_8);
        problem(
                given().contentType(NDJSON).body(body).post(PATH).then(),
                ProblemCode.UNAUTHENTICATED);
        problem(
                feed(keys, "national-platform").contentType(NDJSON).body(body).post(PATH).then(),
                ProblemCode.FORBIDDEN);
        problem(
                reader(keys, "140000").contentType(NDJSON).body(body).post(PATH).then(),
                ProblemCode.FORBIDDEN);
        problem(
                operator(keys).contentType(NDJSON).body(body).post(PATH).then(),
                ProblemCode.FORBIDDEN);
        problem(
                feed(keys, "national-platform")
                        .contentType(NDJSON)
                        .body(body)
                        .post("/api/v1/feeds/national-platform/deliveries")
                        .then(),
                ProblemCode.NOT_A_PUSH_FEED);
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] bomb = gzip(new byte[65 << 20]);
        assertThat(bomb.length).isLessThan(1 << 17);
        problem(
                feed(keys, FEED)
                        .contentType(NDJSON)
                        .header("Content-Encoding", "gzip")
                        .body(bomb)
                        .post(PATH)
                        .then(),
                ProblemCode.TOO_LARGE);
    }

    @Test
    void aBrokenGzipIsABrokenBody() throws IOException {
        byte[] whole = gzip(record("a", 40).getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(whole, whole.length - 9);
        problem(
                feed(keys, FEED)
                        .contentType(NDJSON)
                        .header("Content-Encoding", "gzip")
                        .body(cut)
                        .post(PATH)
                        .then(),
                ProblemCode.BROKEN_BODY);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Declared-Records, -1",
        "X-Declared-Persons, many",
        "X-Declared-Hours, 1.234",
        "X-Declared-Records, 10000001",
        "X-Declared-Records, 999999999999",
        "X-Declared-Persons, 10000001",
        "X-Declared-Hours, 1000000000.01",
        "X-Stated-At, 2023-02-30T00:00:00Z",
        "X-Stated-At, 1989-12-31T00:00:00Z",
        "X-Stated-At, 9999-12-31T00:00:00Z",
        "X-Stated-At, +999999999-12-31T23:59:59Z",
        "Idempotency-Key, a b"
    })
    void aWrongHeaderIsNamedWithWhatWouldBeRight(String header, String value) {
        problem(
                        feed(keys, FEED)
                                .contentType(NDJSON)
                                .header(header, value)
                                .body(record("a", 1).getBytes(StandardCharsets.UTF_8))
                                .post(PATH)
                                .then(),
                        ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo(header))
                .body("value", anyOf(nullValue(), equalTo(value), containsString("*")))
                .body("remedy.zh", not(emptyString()));
    }

    @Test
    void anotherEncodingOrTypeIsRefused() {
        byte[] body = record("a", 40).getBytes(StandardCharsets.UTF_8);
        problem(
                feed(keys, FEED)
                        .contentType(NDJSON)
                        .header("Content-Encoding", "br")
                        .body(body)
                        .post(PATH)
                        .then(),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        problem(
                feed(keys, FEED).contentType("text/csv").body(body).post(PATH).then(),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }

    private Response push(String body) {
        return feed(keys, FEED)
                .contentType(NDJSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH);
    }

    private Response send(String key, String body) {
        return feed(keys, FEED)
                .contentType(NDJSON)
                .header("Idempotency-Key", key)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH);
    }

    private JsonPath settled(String location) {
        return Answers.settled(operator(keys), location);
    }

    private String record(String id, int hours) {
        return Answers.record(teacherNo, teacherNo + id, hours);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
