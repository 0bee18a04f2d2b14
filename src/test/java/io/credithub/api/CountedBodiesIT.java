package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A body is counted as it comes, whatever its head says; one that nobody asked for is not read.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class CountedBodiesIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] PIECE = new byte[1 << 13];

    /// What the system and a lingering connection take up beyond the limit.
    private static final long ON_THE_WAY_BYTES = 24L << 20;

    private static final String CHUNKED =
            "Host: hub\nContent-Type: application/json\nTransfer-Encoding: chunked\n";

    @Inject ApiKeys keys;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/recognitions",
                "POST /api/v1/recognitions/R-1/resubmission",
                "POST /api/v1/recognitions/R-1/withdrawal"
            })
    void aChunkedRequestEndsAtItsLimit(String request) {
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.head(request + " HTTP/1.1\n" + CHUNKED + authorised(school()));
            long sent = wire.flood(PIECE, 1L << 30);
            assertThat(sent).isLessThan(ON_THE_WAY_BYTES);
            assertThat(wire.answer(SOON)).startsWith("HTTP/1.1 413").contains("HUB-5006");
            assertThat(wire.isClosed(SOON)).isTrue();
        }
    }

    @Test
    void aRequestOfTheLimitIsTakenAndOneByteMoreIsNot() {
        String blank = "{\"note\":\"x\"" + " ".repeat((64 << 10) - 12) + "}";
        for (String encoding : new String[] {"", "Content-Encoding: gzip\n"}) {
            assertThat(posted(blank, encoding)).startsWith("HTTP/1.1 404");
            assertThat(posted(blank + " ", encoding)).startsWith("HTTP/1.1 413");
        }
    }

    private String posted(String body, String encoding) {
        byte[] bytes = encoding.isEmpty() ? body.getBytes(StandardCharsets.UTF_8) : Gzip.of(body);
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.head(
                    "POST /api/v1/recognitions/R-1/withdrawal HTTP/1.1\n"
                            + CHUNKED
                            + encoding
                            + authorised(school()));
            wire.chunk(bytes).text("0\r\n\r\n");
            return wire.answer(SOON);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "POST, /api/v1/feeds/vendor-push/deliveries, 401",
        "POST, /api/v1/roster, 401",
        "POST, /api/v1/recognitions, 401",
        "GET, /api/v1/feeds, 401",
        "POST, /nowhere, 404",
        "POST, /, 404",
        "PUT, /api/v1/nowhere, 404",
        "GET, /health, 200",
        "GET, /api/v1/certificates/keys, 200"
    })
    void whatNobodyAskedForIsNotRead(String method, String path, int status) {
        String type = path.endsWith("roster") ? "text/csv" : "application/json";
        String head = method + " " + path + " HTTP/1.1\nHost: hub\nContent-Type: " + type + "\n";
        List<String> lengths = List.of("Transfer-Encoding: chunked\n", "Content-Length: 60000\n");
        for (String length : lengths) {
            try (Wire wire = new Wire(RestAssured.port)) {
                wire.head(head + length);
                assertThat(wire.answer(SOON)).startsWith("HTTP/1.1 " + status);
                long sent = wire.flood(PIECE, 1L << 30);
                assertThat(sent).isLessThan(ON_THE_WAY_BYTES);
                assertThat(wire.isClosed(SOON)).isTrue();
            }
        }
    }

    @Test
    void theAnswerArrivesThoughItsBodyIsNotRead() {
        for (String closing : new String[] {"", "Connection: close\n"}) {
            try (Wire wire = new Wire(RestAssured.port)) {
                wire.head("POST /nowhere HTTP/1.1\n" + CHUNKED + closing);
                wire.flood(PIECE, 2L << 20);
                assertThat(wire.answer(SOON)).startsWith("HTTP/1.1 404");
            }
        }
    }

    @Test
    void theManagementPortReadsNoBody() {
        try (Wire wire = new Wire(managementPort)) {
            wire.head("GET /q/health/live HTTP/1.1\n" + CHUNKED);
            assertThat(wire.answer(SOON)).startsWith("HTTP/1.1 413");
            assertThat(wire.flood(PIECE, 1L << 30)).isLessThan(ON_THE_WAY_BYTES);
        }
    }

    @Test
    void whoMayNotPushIsToldBeforeTheBodyComes() {
        String head =
                "POST /api/v1/feeds/%s/deliveries HTTP/1.1\nHost: hub\n"
                        + "Content-Type: application/x-ndjson\nContent-Length: 1000000\n%s";
        String own = key(new Permission.FeedPermission("vendor-push"));
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.head(head.formatted("national-platform", authorised(own)));
            assertThat(wire.answer(SOON)).startsWith("HTTP/1.1 403");
        }
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.head(head.formatted("vendor-push", authorised(own) + "Content-Encoding: br\n"));
            assertThat(wire.answer(SOON)).startsWith("HTTP/1.1 415");
        }
    }

    @Test
    void whoAsksFirstIsToldToGoOn() {
        byte[] body =
                Answers.record("IT-continue", "IT-continue", 1).getBytes(StandardCharsets.UTF_8);
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.head(
                    "POST /api/v1/feeds/vendor-push/deliveries HTTP/1.1\nHost: hub\n"
                            + "Content-Type: application/x-ndjson\nExpect: 100-continue\n"
                            + "Content-Length: "
                            + body.length
                            + "\n"
                            + authorised(key(new Permission.FeedPermission("vendor-push"))));
            assertThat(wire.answer(SOON)).startsWith("HTTP/1.1 100");
            assertThat(wire.bytes(body).answer(SOON)).startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void anOldClientIsServedToo() {
        byte[] body = Answers.record("IT-old", "IT-old", 1).getBytes(StandardCharsets.UTF_8);
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.head(
                    "POST /api/v1/feeds/vendor-push/deliveries HTTP/1.0\n"
                            + "Content-Type: application/x-ndjson\nContent-Length: "
                            + body.length
                            + "\n"
                            + authorised(key(new Permission.FeedPermission("vendor-push"))));
            assertThat(wire.bytes(body).answer(SOON)).contains(" 202 ");
            assertThat(wire.isClosed(SOON)).isTrue();
        }
    }

    @Test
    void aLargeDeliveryGoesThroughTheSpool() {
        StringBuilder records = new StringBuilder();
        for (int no = 0; records.length() < 1 << 20; no++) {
            records.append(Answers.record("IT-large", "IT-large-" + no, 1));
        }
        for (String encoding : new String[] {"identity", "gzip"}) {
            byte[] text = records.append('\n').toString().getBytes(StandardCharsets.UTF_8);
            byte[] body = encoding.equals("gzip") ? Gzip.of(records.toString()) : text;
            feed(keys, "vendor-push")
                    .contentType("application/x-ndjson")
                    .header("Content-Encoding", encoding)
                    .body(body)
                    .post("/api/v1/feeds/vendor-push/deliveries")
                    .then()
                    .statusCode(202);
        }
    }

    private String school() {
        return key(new Permission.SchoolPermission("S-1", new Jurisdiction("140105")));
    }

    private String key(Permission grant) {
        return keys.issue(grant, "bodies").await().atMost(SOON).key();
    }

    private static String authorised(String key) {
        return "Authorization: Bearer " + key + "\n";
    }
}
