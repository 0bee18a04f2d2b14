package io.credithub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CreditsTest {
    @ParameterizedTest(name = "{0} hundredths are {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                       0 |  0 | nothing
                      49 |  0 | below a half goes down
                      50 |  1 | a half goes up
                    1649 | 16 | whatever the whole
                    1650 | 17 | a half of it goes up
                    1600 | 16 | a whole one stays
                     -50 | -1 | what is owed is rounded alike
                     -49 |  0 | below a half
                    """)
    void wholeCreditsAreRoundedHalfUp(long hundredths, long whole, String why) {
        assertThat(new Credits(hundredths).whole()).as(why).isEqualTo(whole);
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource({
        "0.0049999, 0.00, below a half goes down",
        "0.005, 0.01, a half goes up",
        "0.015, 0.02, after an odd hundredth",
        "0.025, 0.03, and after an even one",
        "-0.005, -0.01, what is owed alike",
        "13.333333, 13.33, a third",
        "16, 16.00, a whole one stays",
    })
    void anAwardIsRoundedHalfUpToHundredths(BigDecimal amount, String credits, String why) {
        assertThat(Credits.rounded(amount)).as(why).hasToString(credits);
    }
}
