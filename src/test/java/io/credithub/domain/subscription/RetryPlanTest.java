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
        Duration before = Duration.ZERO;
        for (int failed = 1; failed < 1_000; failed++) {
            Duration pause = patient.pause(failed, Duration.ZERO, 1).orElseThrow();
            assertThat(pause).isGreaterThanOrEqualTo(before).isPositive();
            before = pause;
        }
        assertThat(before).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aLongFirstPauseIsNoOverflow() {
        Duration longest = Duration.ofDays(2_000);
        RetryPlan rare =
                new RetryPlan(Duration.ofDays(1_000), longest, 100, Duration.ofDays(100_000));
        for (int failed = 2; failed < 100; failed++) {
            assertThat(rare.pause(failed, Duration.ZERO, 1)).contains(longest);
        }
    }

    @ParameterizedTest(name = "{0} s, {1} s, {2} tries: {3}")
    @CsvSource({
        "0, 3600, 3, without a pause",
        "3601, 3600, 3, the first pause is longer than the longest",
        "60, 3600, 0, nothing is tried",
    })
    void whatTriesNothingIsNoPlan(long first, long longest, int tries, String why) {
        assertThatThrownBy(() ->
                        new RetryPlan(
                                Duration.ofSeconds(first),
                                Duration.ofSeconds(longest),
                                tries,
                                Duration.ofDays(1)))
                .as(why)
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneTryIsAPlan() {
        Duration minute = Duration.ofMinutes(1);
        RetryPlan once = new RetryPlan(minute, minute, 1, minute);
        assertThat(once.pause(1, Duration.ZERO, 0)).isEmpty();
    }
}
