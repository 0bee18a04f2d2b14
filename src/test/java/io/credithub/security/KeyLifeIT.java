package io.credithub.security;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A key from the day it is made to the day it ends, as its holder sees it.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class KeyLifeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KEYS = "/api/v1/keys";

    @Inject ApiKeys keys;
    @Inject KeyStore store;

    @TestHTTPResource URI hub = URI.create("http://localhost");

    @TestHTTPResource(value = "/q", management = true)
    URI management = URI.create("http://localhost");

    @Test
    void aKeyIsRefusedFromTheMomentOfItsEnd() {
        Instant end = Instant.now().plusSeconds(3);
        String made =
                issue("{\"role\":\"OPERATOR\",\"label\":\"brief\",\"expiresAt\":\"%s\"}", end);
        int before = show(made).extract().statusCode();
        if (Instant.now().isBefore(end)) assertThat(before).isEqualTo(200);
        Eventually.until("its end", () -> !Instant.now().isBefore(end));
        show(made).statusCode(401).body("code", equalTo("HUB-5041"));
        assertThat(listed(made, "expiresAt")).startsWith(end.toString().substring(0, 19));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-01T00:00:00Z",
                "2999-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "90d",
                "2027-08-31",
                "2027-08-31T18:00:00",
                "\\u0000",
                ""
            })
    void anEndThatIsOverOrNoneIsNamed(String end) {
        operator()
                .contentType("application/json")
                .body("{\"role\":\"OPERATOR\",\"label\":\"x\",\"expiresAt\":\"" + end + "\"}")
                .post(KEYS)
                .then()
                .statusCode(400)
                .body("parameter", equalTo("expiresAt"));
    }

    @Test
    void aKeyThatAnotherProcessTookBackIsRefusedAtOnce() {
        KnownKeys elsewhere = new KnownKeys(store);
        for (int i = 0; i < 20; i++) {
            ApiKeys.IssuedKey key =
                    keys.issue(new Permission.Operator(), "it").await().atMost(PATIENCE);
            show(key.key()).statusCode(200);
            show(key.key()).statusCode(200);
            elsewhere.revoke(key.id()).await().atMost(PATIENCE);
            show(key.key()).statusCode(401).body("code", equalTo("HUB-5001"));
        }
    }

    @Test
    void theListTellsWhenAKeyWasLastUsed() {
        String key = issue("{\"role\":\"OPERATOR\",\"label\":\"used\"}", "");
        assertThat(listed(key, "lastUsedAt")).isNull();
        Instant before = Instant.now();
        show(key).statusCode(200);
        Eventually.until("its use is written", () -> listed(key, "lastUsedAt") != null);
        assertThat(Instant.parse(listed(key, "lastUsedAt")))
                .isBetween(before.minusSeconds(1), before.plusSeconds(60));
    }

    @Test
    void aKeyThatEndsSoonShows() {
        String id =
                issue(
                                "{\"role\":\"OPERATOR\",\"label\":\"soon\",\"expiresAt\":\"%s\"}",
                                Instant.now().plusSeconds(86_400))
                        .substring(4, 16);
        assertThat(health()).doesNotContain(id);
        KeyStore.Stored old =
                KeyStore.Stored.made(
                                "fedcba987654",
                                new byte[32],
                                "old",
                                new Permission.Operator(),
                                Instant.now().minusSeconds(86_400 * 80))
                        .until(Instant.now().plusSeconds(86_400 * 10));
        store.save(old).await().atMost(PATIENCE);
        try {
            assertThat(health()).contains("fedcba987654", "\"ending\"");
        } finally {
            store.revoke("fedcba987654").await().atMost(PATIENCE);
        }
        assertThat(health()).doesNotContain("fedcba987654");
    }

    /// Both addresses are of this machine.
    @Test
    void whoTriesInVainIsSlowedAndNobodyElse() throws IOException {
        ApiKeys.IssuedKey right =
                keys.issue(new Permission.Operator(), "it").await().atMost(PATIENCE);
        List<Integer> waits = new ArrayList<>();
        for (int i = 0; i < FailedAttempts.FREE + 5; i++) {
            String wrong =
                    "hub_" + right.id() + ApiKey.draw(new SecureRandom()).text().substring(16);
            Answer answer = ask("127.0.0.2", wrong);
            assertThat(answer.status()).isEqualTo(i < FailedAttempts.FREE ? 401 : 429);
            if (answer.status() == 429) waits.add(answer.retryAfter());
        }
        assertThat(waits).isSorted().hasSize(5);
        assertThat(waits.getLast()).isGreaterThan(waits.getFirst());
        assertThat(ask("127.0.0.3", right.key()).status()).as("from elsewhere").isEqualTo(200);
        assertThat(ask("127.0.0.2", right.key()).status()).as("the right one").isEqualTo(200);
        assertThat(metrics())
                .containsPattern("hub_key_attempts_total\\{outcome=\"wrong\"\\} [1-9]");
    }

    private record Answer(int status, int retryAfter) {}

    private Answer ask(String from, String key) throws IOException {
        InetAddress to = InetAddress.getLoopbackAddress();
        try (Socket socket = new Socket(to, hub.getPort(), InetAddress.ofLiteral(from), 0)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String request =
                    "GET /api/v1/keys HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nX-Api-Key: "
                            + key
                            + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            int wait =
                    answer.lines()
                            .filter(line ->
                                    line.toLowerCase(Locale.ROOT).startsWith("retry-after:"))
                            .map(line -> Integer.parseInt(line.substring(12).strip()))
                            .findFirst()
                            .orElse(0);
            return new Answer(Integer.parseInt(answer.substring(9, 12)), wait);
        }
    }

    private RequestSpecification operator() {
        return given().header(
                        "X-Api-Key",
                        keys.issue(new Permission.Operator(), "it").await().atMost(PATIENCE).key());
    }

    private String issue(String wish, Object end) {
        return operator()
                .contentType("application/json")
                .body(wish.formatted(end))
                .post(KEYS)
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static ValidatableResponse show(String key) {
        return given().header("X-Api-Key", key).get("/api/v1/feeds").then();
    }

    private String listed(String key, String field) {
        return operator()
                .get(KEYS)
                .then()
                .extract()
                .path("find { it.id == '" + key.substring(4, 16) + "' }." + field);
    }

    private String health() {
        return given().get(management.resolve("/q/health/well")).body().asString();
    }

    private String metrics() {
        return given().get(management.resolve("/q/metrics")).body().asString();
    }
}
