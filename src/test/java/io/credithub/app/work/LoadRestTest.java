package io.credithub.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.load.Backlog;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class LoadRestTest {
    private static final String FEED = "province-platform";
    private static final int FEW = 20;

    private final Backlog backlog = new Backlog(1_000, InstantSource.system());
    private long now = Long.MAX_VALUE - 1; // nanoTime may wrap
    private final LoadRest rest = new LoadRest(backlog, () -> now);
    private int looks;

    @Test
    void nothingWaitsSoItLooksEachTime() {
        look(Duration.ofSeconds(10));
        look(Duration.ofSeconds(10));
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void aFewChunksLetItRestAsLongAsTheLookWasExpensive() {
        look(Duration.ofMillis(100));
        land(1);
        pass(Duration.ofMillis(3_899));
        look(Duration.ZERO);
        assertThat(looks).isEqualTo(1);
        pass(Duration.ofMillis(1));
        look(Duration.ofMillis(10));
        assertThat(looks).isEqualTo(2);
        pass(Duration.ofMillis(390));
        look(Duration.ZERO);
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void noLookIsSoExpensiveThatFewChunksKeepItFromLookingForLonger() {
        look(Duration.ofMinutes(1));
        land(FEW);
        pass(Duration.ofSeconds(299));
        look(Duration.ZERO);
        assertThat(looks).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        look(Duration.ZERO);
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void aLoadIsNotLookedAtBeforeItsEnd() {
        look(Duration.ofMillis(1));
        land(FEW + 1);
        pass(Duration.ofSeconds(200));
        look(Duration.ZERO);
        assertThat(looks).isEqualTo(1);
        for (int chunk = 0; chunk < FEW; chunk++) backlog.done(FEED);
        look(Duration.ZERO);
        assertThat(looks).isEqualTo(1);
        backlog.done(FEED);
        look(Duration.ZERO);
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void aLoadWithoutEndIsLookedAtEveryFiveMinutes() {
        look(Duration.ofMillis(1));
        land(FEW + 1);
        pass(Duration.ofSeconds(299));
        look(Duration.ZERO);
        assertThat(looks).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        look(Duration.ZERO);
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void aLookThatFailedWasOneToo() {
        rest.unless(
                        () -> {
                            pass(Duration.ofSeconds(1));
                            return Uni.createFrom().failure(new IllegalStateException("away"));
                        })
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
        land(1);
        pass(Duration.ofSeconds(38));
        look(Duration.ZERO);
        assertThat(looks).isZero();
        pass(Duration.ofSeconds(1));
        look(Duration.ZERO);
        assertThat(looks).isEqualTo(1);
    }

    private void look(Duration lasts) {
        rest.unless(
                        () -> {
                            looks++;
                            pass(lasts);
                            return Uni.createFrom().voidItem();
                        })
                .await()
                .indefinitely();
    }

    private void land(int chunks) {
        for (int chunk = 0; chunk < chunks; chunk++) backlog.landed(FEED);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
