package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.delivery.Receipt;
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
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A delivery in which nothing is: finished as it lands, whatever stands for nothing.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class EmptyDeliveriesIT {
    private static final String PATH = "/api/v1/feeds/vendor-push/deliveries";

    @Inject ApiKeys keys;
    @Inject Landing landing;

    /// Blanks, so that the bytes are not those of an earlier run.
    private final String blanks = " ".repeat(1 + new Random().nextInt(10_000)) + "\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n \t\n", "[]", "[ ]\n", "\uFEFF", "\uFEFF[\n]"})
    void whateverStandsForNothingIsFinishedAsItLands(String nothing) {
        for (String type : new String[] {"application/x-ndjson", "application/json"}) {
            assertNothingIsOpen(push(type, nothing.getBytes(StandardCharsets.UTF_8)));
            byte[] more = (nothing + blanks).getBytes(StandardCharsets.UTF_8);
            assertNothingIsOpen(push(type, more));
        }
    }

    @Test
    void packedNothingIsNothing() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(blanks.getBytes(StandardCharsets.UTF_8));
        }
        Response answer =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .header("Content-Encoding", "gzip")
                        .body(packed.toByteArray())
                        .post(PATH);
        assertNothingIsOpen(answer);
    }

    @Test
    void megabytesOfBlanksAreNothingAndHoldNobodyUp() {
        String many = "\n".repeat(2_500_000) + blanks;
        for (String type : new String[] {"application/x-ndjson", "application/json"}) {
            assertNothingIsOpen(push(type, many.getBytes(StandardCharsets.UTF_8)));
            assertNothingIsOpen(push(type, ("[" + many + "]" + many).getBytes(UTF_8)));
            String id = "blank-" + new Random().nextLong();
            String body = "{\"recordId\":\"%s\",\"status\":\"WITHDRAWN\"}\n".formatted(id);
            JsonPath status =
                    Answers.settled(
                            operator(keys),
                            push(type, (body + many).getBytes(UTF_8)).header("Location"));
            assertThat(status.getInt("records.received")).isEqualTo(1);
            assertThat(status.getInt("records.unprocessed")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 70.5, 3", "0, 0, 0, 0"})
    void whatWasDeclaredOfNothingIsTold(String records, String persons, String hours, int differs) {
        byte[] body = (blanks + records).replace(records, "").getBytes(StandardCharsets.UTF_8);
        Response answer =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .header("X-Declared-Records", records)
                        .header("X-Declared-Persons", persons)
                        .header("X-Declared-Hours", hours)
                        .header("Idempotency-Key", "empty-" + new Random().nextLong())
                        .body(
                                (" ".repeat(differs) + new String(body, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8))
                        .post(PATH);
        JsonPath status = assertNothingIsOpen(answer);
        assertThat(status.getList("differences")).hasSize(differs);
    }

    @Test
    void aDryRunOfNothingTellsNothing() {
        Response answer =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(new byte[0])
                        .post(PATH + "?dryRun=true");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("records")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "记录编号,版本,状态", "记录编号,版本,状态\r\n\r\n", "\n\n"})
    void aFileWithAHeaderOnlyIsFinishedAsItLands(String csv) {
        assertFinished(land("province-platform", csv), 0);
    }

    @Test
    void anEmptyPageIsFinishedAsItLands() {
        String page =
                "{\"data\":{\"items\":[]},\"x\":\"%s\"}"
                        .formatted(blanks.strip() + blanks.length());
        assertFinished(land("national-platform", page), 0);
    }

    private long land(String feed, String text) {
        Delivery delivery =
                new Delivery(
                        feed,
                        "empty",
                        Content.of(text.getBytes(StandardCharsets.UTF_8)),
                        null,
                        new Declared(0L, 0L, 0L),
                        null,
                        null);
        Receipt receipt = landing.land(delivery).await().atMost(Duration.ofSeconds(60));
        assertThat(receipt.records()).isZero();
        return receipt.delivery();
    }

    private Response push(String type, byte[] body) {
        return feed(keys, "vendor-push").contentType(type).body(body).post(PATH);
    }

    private JsonPath assertNothingIsOpen(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getInt("records")).isZero();
        return assertFinished(answer.jsonPath().getLong("delivery"), null);
    }

    private JsonPath assertFinished(
            long delivery, @org.jspecify.annotations.Nullable Integer differences) {
        JsonPath status = operator(keys).get("/api/v1/deliveries/" + delivery).jsonPath();
        assertThat(status.getString("finishedAt")).isNotNull();
        assertThat(status.getInt("chunksDone")).isEqualTo(status.getInt("chunks"));
        assertThat(status.getInt("records.received")).isZero();
        assertThat(status.getInt("records.unprocessed")).isZero();
        if (differences != null) assertThat(status.getList("differences")).hasSize(differences);
        return status;
    }
}
