package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StageTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 31);

    private final Stage before = Stage.now();

    @AfterEach
    void theRealDayAgain() {
        Stage.set(before);
    }

    @Test
    void withoutADemoItIsTheRealDay() {
        assertThat(before.clock().instant())
                .isBetween(Instant.now().minusSeconds(9), Instant.now());
        assertThat(before.hub().isDemo()).isFalse();
    }

    @Test
    void aDemoHasADayOfItsOwnOnWhichTimePasses() throws InterruptedException {
        Stage.play(DAY, ZONE, List.of("1"));
        Instant first = Stage.now().clock().instant();
        Thread.sleep(2);
        assertThat(Stage.now().clock().instant()).isAfter(first);
        assertThat(LocalDate.ofInstant(first, ZONE)).isEqualTo(DAY);
        assertThat(Stage.now().hub().isDemo()).isTrue();
        assertThat(Stage.now().hub().teachers()).containsExactly("1");
    }

    @Test
    void itsMidnightNeverComes() {
        Instant longAgo = Instant.now().minusSeconds(40 * 3600);
        Instant late = new Stage.OneDay(DAY, ZONE, longAgo).instant();
        assertThat(LocalDate.ofInstant(late, ZONE)).isEqualTo(DAY);
    }
}
