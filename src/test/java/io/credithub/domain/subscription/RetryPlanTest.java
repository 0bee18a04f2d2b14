package io.credithub.domain.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryPlanTest {
    private static final RetryPlan PLAN =
            new RetryPlan(Duration.ofMinutes(1), Duration.ofHours(2), 12, Duration.ofDays(3));

    @ParameterizedTest(name = "after {0} failures, by chance {1}: {2} s")
    @CsvSource({
        "1, 0, 30",
        "1, 1, 60",
        "1, 0.5, 45",
        "2, 0, 60",
        "2, 1, 120",
        "3, 1, 240",
        "7, 1, 3840",
        "8, 1, 7200",
        "8, 0, 3600",
        "11, 1, 7200"
    })
    void thePauseDoublesUpToTheLongest(int failed, double chance, long seconds) {
        assertThat(PLAN.pause(failed, Duration.ZERO, chance)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void itEnds() {
        assertThat(PLAN.pause(11, Duration.ZERO, 0)).isPresent();
        assertThat(PLAN.pause(12, Duration.ZERO, 0)).isEmpty();
        assertThat(PLAN.pause(1, Duration.ofDays(3).minusSeconds(30), 0)).isPresent();
        assertThat(PLAN.pause(1, Duration.ofDays(3).minusSeconds(29), 0)).isEmpty();
    }

    @Test
    void manyFailuresAreNoOverflow() {
        RetryPlan patient =
                new RetryPlan(
                        Duration.ofMinutes(1), Duration.ofHours(2), 1_000, Duration.ofDays(365));
        for (int failed = 1; failed < 1_000; failed++) {
            Duration pause = patient.pause(failed, Duration.ZERO, 1).orElseThrow();
            assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofHours(2));
        }
    }

    @Test
    void withoutAPauseThereIsNoPlan() {
        assertThatThrownBy(() ->
                        new RetryPlan(Duration.ZERO, Duration.ofHours(1), 3, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
