package io.credithub.flow.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BacklogTest {
    private static final String FEED = "vendor-push";
    private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");

    private Instant now = START;
    private final Backlog backlog = new Backlog(3, () -> now);

    private void land(int chunks) {
        for (int i = 0; i < chunks; i++) backlog.landed(FEED);
    }

    private void correct(Map<String, Long> registry) {
        backlog.correct(Uni.createFrom().item(registry)).subscribe().with(_ -> {});
    }

    @Test
    void aFeedIsFullFromTheLimitOnAndOthersAreNot() {
        land(2);
        assertThat(backlog.isFull(FEED)).isFalse();
        land(1);
        assertThat(backlog.isFull(FEED)).isTrue();
        assertThat(backlog.isFull("another")).isFalse();
        backlog.done(FEED);
        assertThat(backlog.isFull(FEED)).isFalse();
    }

    @Test
    void whatTheRegistrySaysCounts() {
        land(2);
        correct(Map.of(FEED, 7L, "another", 3L));
        assertThat(backlog.of(FEED)).isEqualTo(7);
        assertThat(backlog.isFull("another")).isTrue();
        correct(Map.of());
        assertThat(backlog.of(FEED)).isZero();
        assertThat(backlog.isFull("another")).isFalse();
    }

    @Test
    void theChunksOfAllFeedsAreToldTogether() {
        assertThat(backlog.chunks()).isZero();
        land(2);
        assertThat(backlog.chunks()).isEqualTo(2);
        correct(Map.of("another", 3L));
        assertThat(backlog.chunks()).isEqualTo(3);
        backlog.done("another");
        correct(Map.of());
        assertThat(backlog.chunks()).isZero();
    }

    @Test
    void whatHappensWhileTheRegistryIsAskedIsNotForgotten() {
        land(2);
        backlog.correct(
                        Uni.createFrom()
                                .item(() -> {
                                    land(1);
                                    return Map.of(FEED, 2L);
                                }))
                .subscribe()
                .with(_ -> {});
        assertThat(backlog.of(FEED)).isEqualTo(3);
    }

    @Test
    void aRegistryThatDoesNotAnswerChangesNothing() {
        land(3);
        Map<String, Throwable> failures = new HashMap<>();
        backlog.correct(Uni.createFrom().failure(new Unavailable("the database")))
                .subscribe()
                .with(_ -> {}, failure -> failures.put(FEED, failure));
        assertThat(failures).hasSize(1);
        assertThat(backlog.of(FEED)).isEqualTo(3);
    }

    @Test
    void whatAnotherProcessLandedAndThisOneDidIsNotLessThanNothing() {
        backlog.done(FEED);
        assertThat(backlog.of(FEED)).isZero();
    }

    @Test
    void itIsKnownUntilWhenAFeedWasFull() {
        assertThat(backlog.lastFull(FEED)).isEmpty();
        land(3);
        now = START.plusSeconds(60);
        assertThat(backlog.isFull(FEED)).isTrue();
        backlog.done(FEED);
        now = START.plusSeconds(120);
        assertThat(backlog.isFull(FEED)).isFalse();
        assertThat(backlog.lastFull(FEED)).contains(START.plusSeconds(60));
    }
}
