package io.credithub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatedTimeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 31);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1989-12-31T23:59:59Z, false",
        "1990-01-01T00:00:00Z, true",
        "2026-08-31T12:00:00Z, true",
        "2026-09-01T23:59:59Z, true",
        "2026-09-02T00:00:00Z, false",
        "9999-12-31T00:00:00Z, false",
        "+999999999-12-31T23:59:59.999999999Z, false",
        "-999999999-01-01T00:00:00Z, false",
        "+1000000000-12-31T23:59:59.999999999Z, false",
        "-1000000000-01-01T00:00:00Z, false",
        "0000-01-01T00:00:00Z, false",
    })
    void timesAreBelievedFrom1990ToTomorrow(Instant moment, boolean isBelieved) {
        assertThat(StatedTime.isBelieved(moment, TODAY)).isEqualTo(isBelieved);
    }
}
