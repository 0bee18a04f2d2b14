package io.credithub.source;

import static io.credithub.source.HostileSource.HEAD;
import static io.credithub.source.HostileSource.bomb;
import static io.credithub.source.HostileSource.dripping;
import static io.credithub.source.HostileSource.endless;
import static io.credithub.source.HostileSource.json;
import static io.credithub.source.HostileSource.text;
import static io.credithub.source.KnownFeeds.NATIONAL;
import static io.credithub.testing.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.feed.FeedControl;
import io.credithub.flow.feed.FeedStatus;
import io.credithub.source.HostileSource.Script;
import io.credithub.source.poll.ReactiveBridge;
import io.credithub.source.poll.SourceConfig;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a source answers, the feed fails for a bounded time and with a reason, and lands what
/// comes after.
@QuarkusTest
@TestProfile(HostileProfile.class)
@QuarkusTestResource(PostgresResource.class)
final class HostileSourceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GOOD =
            """
            {"code":0,"data":{"serverTime":"2023-07-02 03:00:00","count":1,"persons":1,"hours":1,\
            "watermark":"2023-07-01 18:20:11","items":[{"id":"a"}]}}\
            """;
    private static final Script GOOD_PAGE = out -> text(out, json(GOOD));

    @Inject RecordingLanding landing;
    @Inject FeedControl control;
    @Inject SourceConfig config;
    @Inject Pool pool;
    @Inject ReactiveBridge gate;

    @BeforeEach
    void everythingRests() {
        run("update feed set paused = true");
        run(
                "update feed set cursor_position = null, repull_from = null, failures = 0,"
                        + " retry_at = null, last_error = null, failing_since = null,"
                        + " fence = fence + 1");
        landing.clear();
    }

    @AfterEach
    void nothingPolls() {
        run("update feed set paused = true");
    }

    static Stream<Arguments> answers() {
        String deep = "{\"data\":{\"x\":" + "[".repeat(200_000);
        return Stream.of(
                Arguments.of("a gzip bomb", bomb(), "HUB-4420"),
                Arguments.of(
                        "packed twice", fixed("Content-Encoding: gzip, gzip", "x"), "HUB-4422"),
                Arguments.of("packed by brotli", fixed("Content-Encoding: br", "x"), "HUB-4422"),
                Arguments.of("no gzip", fixed("Content-Encoding: gzip", "x"), "breaks off"),
                Arguments.of("20 000 headers", endless(HEAD, "X: y\r\n"), "HUB-442"),
                Arguments.of("an endless header", endless(HEAD + "X: ", "y"), "HUB-4420"),
                Arguments.of("an endless status line", endless("HTTP/1.1 200 ", "y"), "HUB-4420"),
                Arguments.of("an endless page", endless(HEAD + "\r\n", " "), "HUB-4420"),
                Arguments.of("of HTTP/1.0", endless("HTTP/1.0 200 OK\r\n\r\n", " "), "HUB-4420"),
                Arguments.of(
                        "endless chunks",
                        endless(chunked(), "1000\r\n" + " ".repeat(4096) + "\r\n"),
                        "HUB-4420"),
                Arguments.of("an endless chunk head", endless(chunked(), "1;x=y"), "HUB-4420"),
                Arguments.of("endless trailers", endless(chunked() + "0\r\n", "X: y\r\n"), "HUB-4"),
                Arguments.of("dripped headers", dripping(HEAD, "X: y\r\n"), "HUB-442"),
                Arguments.of("a dripped page", dripping(HEAD + "\r\n", " "), "HUB-4421"),
                Arguments.of("dripped chunks", dripping(chunked(), "1\r\n \r\n"), "HUB-4421"),
                Arguments.of("silence", dripping("", ""), "HUB-4421"),
                Arguments.of("no final answer", dripping("", "HTTP/1.1 102 -\r\n\r\n"), "HUB-4421"),
                Arguments.of("another length", fixed("Content-Length: 999", "{}"), ""),
                Arguments.of("a negative length", fixed("Content-Length: -1", "{}"), ""),
                Arguments.of(
                        "a length of all", fixed("Content-Length: 9" + "0".repeat(17), ""), ""),
                Arguments.of("no HTTP", garbage(), ""),
                Arguments.of("a redirect", redirect(), "answers 302"),
                Arguments.of(
                        "brackets", page("{\"x\":[" + "[],".repeat(900_000) + "[]]}"), "HUB-4420"),
                Arguments.of("a deep page", page(deep), "an "),
                Arguments.of(
                        "deep records", page("{\"data\":{\"items\":" + "[".repeat(99_999)), "an "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void isAFailureWithAReasonAndThenItIsOver(String what, Script answer, String reason) {
        try (HostileSource source = new HostileSource(address(), answer)) {
            resume();
            until("a failure", () -> status().failures() > 0);
            assertThat(status().lastError()).as(what).contains(reason).isNotBlank();
            source.pages = GOOD_PAGE;
            until("a page", () -> !landing.of(NATIONAL).isEmpty());
            until("a success", () -> status().failures() == 0);
        }
    }

    static Stream<Arguments> tokens() {
        return Stream.of(
                Arguments.of("a bomb", bomb(), "HUB-4420"),
                Arguments.of(
                        "endless", endless(HEAD + "\r\n{\"access_token\":\"", "t"), "HUB-4420"),
                Arguments.of(
                        "in chunks",
                        endless(chunked(), "400\r\n" + "t".repeat(1024) + "\r\n"),
                        "HUB-4420"),
                Arguments.of("20 000 headers", endless(HEAD, "X: y\r\n"), "HUB-4420"),
                Arguments.of("dripped", dripping(HEAD + "\r\n", " "), "HUB-4421"),
                Arguments.of("two headers", page("{\"access_token\":\"t\\r\\nHost: x\"}"), "none"),
                Arguments.of("a redirect", redirect(), "answers 302"),
                Arguments.of("a number", page("7"), "no token"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void soIsATokenThatIsNone(String what, Script answer, String reason) {
        try (HostileSource source =
                new HostileSource(address(), out -> text(out, unauthorized()))) {
            resume(); // whatever token is kept is refused first
            until("a failure", () -> status().failures() > 0);
            source.tokens = answer;
            until("another", () -> String.valueOf(status().lastError()).contains(reason));
            source.tokens = HostileSource.GOOD_TOKEN;
            source.pages = GOOD_PAGE;
            until("a page", () -> !landing.of(NATIONAL).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000000000",
                "99999999999999999999999999",
                "999999999",
                "-5",
                "0",
                "Fri, 31 Dec 9999 23:59:59 GMT",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "Fri, 31 Dec 999999999 23:59:59 GMT",
                "soon"
            })
    void noWishHoldsAFeedLongerThanItsLongestPause(String wish) {
        String busy = "HTTP/1.1 503 -\r\nConnection: close\r\nRetry-After: " + wish + "\r\n\r\n";
        try (HostileSource source = new HostileSource(address(), out -> text(out, busy))) {
            resume();
            until("four requests", () -> source.askedAt.size() > 3);
            assertThat(status().lastError()).contains("answers 503");
        }
    }

    private static Script fixed(String header, String body) {
        return out -> text(out, HEAD + header + "\r\n\r\n" + body);
    }

    private static Script garbage() {
        return out -> text(out, "SSH-2.0-OpenSSH_9.2\r\n\u0000\u0001");
    }

    private static Script page(String body) {
        return out -> text(out, json(body));
    }

    private static Script redirect() {
        return out -> text(out, "HTTP/1.1 302 -\r\nLocation: /api/v1/completions\r\n\r\n");
    }

    private static String unauthorized() {
        return "HTTP/1.1 401 -\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    }

    private static String chunked() {
        return HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    }

    private URI address() {
        return URI.create(Objects.requireNonNull(config.feeds().get(NATIONAL)).url().orElseThrow());
    }

    private void resume() {
        ask(() -> control.resume(NATIONAL));
    }

    private void ask(Supplier<Uni<FeedStatus>> act) {
        gate.await("an act", PATIENCE, act);
    }

    private FeedStatus status() {
        return gate.await("the status", PATIENCE, control::status).stream()
                .filter(one -> one.code().equals(NATIONAL))
                .findFirst()
                .orElseThrow();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }
}
