package io.credithub.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
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
    void aDemoHasADayOfItsOwn() {
        Stage.play(DAY, ZONE, List.of("1"));
        assertThat(LocalDate.ofInstant(Stage.now().clock().instant(), ZONE)).isEqualTo(DAY);
        assertThat(Stage.now().hub().isDemo()).isTrue();
        assertThat(Stage.now().hub().teachers()).containsExactly("1");
    }

    @Test
    void aDemoTurnsToAnotherDay() {
        Stage.play(DAY, ZONE, List.of());
        InstantSource clock = Stage.now().clock();
        Stage.turn(DAY.plusYears(2));
        assertThat(LocalDate.ofInstant(clock.instant(), ZONE)).isEqualTo(DAY.plusYears(2));
    }

    @Test
    void theRealDayIsNotTurned() {
        assertThatThrownBy(() -> Stage.turn(DAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void timePassesOnItAsItDoesOutside() {
        Instant[] outside = {Instant.parse("2026-11-29T12:00:00Z")};
        Stage.OneDay day = Stage.OneDay.begun(DAY, ZONE, () -> outside[0]);
        Instant first = day.instant();
        outside[0] = outside[0].plusMillis(250);
        assertThat(day.instant()).isEqualTo(first.plusMillis(250));
    }

    @Test
    void itsMidnightNeverComes() {
        Instant[] outside = {Instant.parse("2026-11-29T12:00:00Z")};
        Stage.OneDay day = Stage.OneDay.begun(DAY, ZONE, () -> outside[0]);
        outside[0] = outside[0].plusSeconds(40 * 3600);
        assertThat(LocalDate.ofInstant(day.instant(), ZONE)).isEqualTo(DAY);
    }
}
