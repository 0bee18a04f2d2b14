package io.credithub.flow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JurisdictionTest {
    @ParameterizedTest(name = "{0} over {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    140105 | 140105 | true  | a county sees itself
                    140105 | 140106 | false | and not its neighbour
                    140105 | 140100 | false | nor its city
                    140100 | 140105 | true  | a city sees its counties
                    140100 | 140205 | false | and not another city's
                    140000 | 140205 | true  | a province sees all of its own
                    140000 | 130105 | false | and not another province's
                    100000 | 130105 | true  | the country sees every one
                    """)
    void coversWhatBelongsToIt(String own, String other, boolean covered, String why) {
        assertThat(new Jurisdiction(own).covers(other)).as(why).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14", "1401%5", "040105", "1401050", "14010५"})
    void isSixDigits(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Jurisdiction(code));
    }
}
