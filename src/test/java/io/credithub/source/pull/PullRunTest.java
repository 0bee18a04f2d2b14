package io.credithub.source.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.delivery.Declared;
import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.SourceConfig;
import io.credithub.source.pull.PullRun.PageTurn;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What one pull believes of what a source says, and when it stops to.
final class PullRunTest {
    private static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");
    private static final Instant BEGIN = Instant.parse("2023-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2023-07-01T00:00:00Z");

    private int page;

    @ParameterizedTest(name = "a page of {0}, made {1}, {2}: the cursor goes to {3}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    2023-07-01T00:00:00Z, 2026-08-31T00:00:00Z, last, 2023-07-01T00:00:00Z
                    2023-07-01T00:00:00Z, 2026-08-31T00:00:00Z, more, 2023-07-01T00:00:00Z
                    2023-07-01T00:00:00Z, -,                    last, 2023-07-01T00:00:00Z
                    2099-12-31T23:59:59Z, 2026-08-31T00:00:00Z, last, 2026-08-31T00:00:00Z
                    2099-12-31T23:59:59Z, 2026-08-31T00:00:00Z, more, 2023-01-01T00:00:00Z
                    2099-12-31T23:59:59Z, -,                    last, 2026-09-01T00:00:00Z
                    2099-12-31T23:59:59Z, 2099-12-31T23:59:59Z, last, 2026-09-01T00:00:00Z
                    2026-08-31T00:00:01Z, 2026-08-31T00:00:00Z, last, 2026-08-31T00:00:00Z
                    2022-07-01T00:00:00Z, 2026-08-31T00:00:00Z, last, 2023-01-01T00:00:00Z
                    -,                    2026-08-31T00:00:00Z, last, 2023-01-01T00:00:00Z
                    """)
    void theCursorGoesNoFurtherThanTheSourceCanTruthfullyHaveStated(
            @Nullable Instant watermark, @Nullable Instant statedAt, String which, Instant to) {
        String next = which.equals("more") ? "t" : null;
        PulledPage page = new PulledPage(bytes("{}"), next, watermark, statedAt, Declared.NOTHING);
        assertThat(run(BEGIN.toString(), 100).position(page, NOW)).isEqualTo(to);
    }

    @Test
    void aCursorThatLiesInTheFutureIsTakenForNow() {
        PullRun run = run("2099-12-31T23:59:59Z", 100);
        assertThat(run.query()).startsWith("from=2026-09-01T00%3A00%3A00Z");
    }

    @ParameterizedTest(name = "tokens that repeat after {0}")
    @ValueSource(ints = {1, 2, 3, 7})
    void tokensInACircleAreAFailure(int period) {
        PullRun run = run(null, 100);
        for (int i = 0; i < period; i++) {
            assertThat(turn(run, "t" + i, "r" + i)).isEqualTo(PageTurn.NEXT_PAGE);
        }
        assertThatThrownBy(() -> turn(run, "t0", "other"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("circle");
    }

    @Test
    void theSameRecordsUnderEverNewTokensAreAFailure() {
        PullRun run = run(null, 100);
        assertThat(turn(run, "a", "same")).isEqualTo(PageTurn.NEXT_PAGE);
        assertThatThrownBy(() -> turn(run, "b", "same")).hasMessageContaining("same records");
    }

    @Test
    void aFewEmptyPagesArePassedAndEndlessOnesAreAFailure() {
        PullRun run = run(null, 100);
        for (int i = 0; i < PullRun.EMPTY_PAGES_MAX; i++) turn(run, "a" + i, "");
        turn(run, "b", "a record");
        for (int i = 0; i < PullRun.EMPTY_PAGES_MAX; i++) turn(run, "c" + i, "");
        assertThatThrownBy(() -> turn(run, "d", "")).hasMessageContaining("without records");
    }

    @Test
    void aRunThatUsesItsRequestsUpGoesOnLaterIfItGotOn() {
        PullRun run = run(null, 2);
        assertThat(turn(run, "a", "1", LATER)).isEqualTo(PageTurn.NEXT_PAGE);
        assertThat(turn(run, "b", "2", LATER)).isEqualTo(PageTurn.GOES_ON_LATER);
    }

    @Test
    void aRunThatUsesItsRequestsUpAndGotNowhereIsAFailure() {
        PullRun run = run(null, 2);
        assertThat(turn(run, "a", "1")).isEqualTo(PageTurn.NEXT_PAGE);
        assertThatThrownBy(() -> turn(run, "b", "2")).hasMessageContaining("requests-max 2");
    }

    @Test
    void aRunThatUsesItsTimeUpGoesOnLater() {
        PullRun run = run(null, 100);
        run.countRequest();
        PulledPage page = new PulledPage(bytes("1"), "a", LATER, null, Declared.NOTHING);
        assertThat(run.turnOver(page, NOW.plus(Duration.ofHours(1))))
                .isEqualTo(PageTurn.GOES_ON_LATER);
    }

    @Test
    void anotherTokenIsAskedForOnceAPage() {
        PullRun run = run(null, 100);
        assertThat(run.maySignInAgain()).isTrue();
        assertThat(run.maySignInAgain()).isFalse();
        turn(run, "a", "1");
        assertThat(run.maySignInAgain()).isTrue();
    }

    private PageTurn turn(PullRun run, String next, String records) {
        return turn(run, next, records, BEGIN);
    }

    private PageTurn turn(PullRun run, String next, String records, Instant watermark) {
        run.countRequest();
        PulledPage one = new PulledPage(bytes(records), next, watermark, null, Declared.NOTHING);
        return run.turnOver(one, NOW.plusMillis(page++));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static PullRun run(@Nullable String cursor, int requestsMax) {
        FeedLease lease = new FeedLease("feed", 1, cursor, null, 0);
        PageShape shape =
                PageShape.parse(
                        """
                        parameters: {from: from, size: size, next: next}
                        fields: {next: /n, watermark: /w, statedAt: /t, records: /r, persons: /p, hours: /h}
                        zone: Asia/Shanghai
                        timeFormat: uuuu-MM-dd HH:mm:ss
                        """);
        return new PullRun(lease, settings(requestsMax), shape, Duration.ZERO, NOW);
    }

    private static SourceConfig.Feed settings(int requestsMax) {
        Map<String, String> given = new HashMap<>();
        given.put("hub.source.feed.url", "http://host/pages");
        given.put("hub.source.feed.token-url", "http://host/token");
        given.put("hub.source.feed.start-from", BEGIN.toString());
        given.put("hub.source.feed.requests-max", String.valueOf(requestsMax));
        SourceConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(SourceConfig.class)
                        .withSources(new PropertiesConfigSource(given, "test", 100))
                        .build()
                        .getConfigMapping(SourceConfig.class);
        return Objects.requireNonNull(config.feeds().get("feed"));
    }
}
