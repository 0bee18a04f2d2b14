package io.credithub.flow.report.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.report.ReportCell;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FigureWordsTest {
    @ParameterizedTest(name = "{0} is {1}, and in hundredths {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                             0 | 0             | 0.00
                             9 | 9             | 0.09
                            10 | 10            | 0.10
                           999 | 999           | 9.99
                          1000 | 1,000         | 10.00
                         99999 | 99,999        | 999.99
                        100000 | 100,000       | 1,000.00
                       1234567 | 1,234,567     | 12,345.67
                            -9 | -9            | -0.09
                          -999 | -999          | -9.99
                         -1000 | -1,000        | -10.00
                       -100001 | -100,001      | -1,000.01
                    9223372036854775807  | 9,223,372,036,854,775,807  | 92,233,720,368,547,758.07
                    -9223372036854775808 | -9,223,372,036,854,775,808 | -92,233,720,368,547,758.08
                    """)
    void thousandsAreApart(long value, String count, String hundredths) {
        assertThat(FigureWords.count(value)).isEqualTo(count);
        assertThat(FigureWords.hundredths(value)).isEqualTo(hundredths);
    }

    @Test
    void aShareOfNothingIsNotSaid() {
        assertThat(FigureWords.share(ReportCell.of(9_675))).isEqualTo("96.75%");
        assertThat(FigureWords.share(ReportCell.NOTHING)).isEmpty();
    }

    @Test
    void aMinuteIsThatOfTheProvince() {
        Instant moment = Instant.parse("2026-08-31T16:00:59Z");
        assertThat(FigureWords.minute(moment, ZoneId.of("Asia/Shanghai")))
                .isEqualTo("2026-09-01 00:00");
    }
}
