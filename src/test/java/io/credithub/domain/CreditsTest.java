package io.credithub.domain;

import static org.assertj.core.api.Assertions.assertThat;

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
}
