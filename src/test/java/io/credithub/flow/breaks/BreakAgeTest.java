package io.credithub.flow.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BreakAgeTest {
    private static final Instant NOW = Instant.parse("2023-11-01T04:00:00Z");

    @ParameterizedTest(name = "{0} days: {1}")
    @CsvSource({
        "0, 0-7",
        "7, 0-7",
        "8, 8-30",
        "30, 8-30",
        "31, 31-90",
        "90, 31-90",
        "91, 91-180",
        "180, 91-180",
        "181, 181-",
        "4000, 181-"
    })
    void classesHaveTheirEdges(int days, String age) {
        Instant opened = NOW.minus(Duration.ofDays(days));
        assertThat(BreakAge.of(opened, NOW)).isEqualTo(BreakAge.written(age));
    }

    /// What is listed under a class is what is told to be in it.
    @Test
    void whatIsAskedForIsWhatIsTold() {
        for (int hours = 0; hours < 200 * 24; hours++) {
            Instant opened = NOW.minus(Duration.ofHours(hours));
            for (BreakAge age : BreakAge.values()) {
                Instant after = age.openedAfter(NOW);
                boolean isAskedFor =
                        (after == null || opened.isAfter(after))
                                && !opened.isAfter(age.openedUntil(NOW));
                assertThat(isAskedFor)
                        .as("%d hours, %s", hours, age)
                        .isEqualTo(BreakAge.of(opened, NOW) == age);
            }
        }
    }
}
