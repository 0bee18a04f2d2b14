package io.credithub.flow.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.reading.StrictJson;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimTextTest {
    @ParameterizedTest(name = "{0} and {1}: the same {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    {"a":1,"b":[{"d":2,"c":3}]} | {"b":[{"c":3,"d":2}],"a":1} | true
                    {"quantity":2.50}           | {"quantity":"2.5"}          | true
                    {"quantity":100}            | {"quantity":1e2}            | true
                    {"a":[1,2]}                 | {"a":[2,1]}                 | false
                    {"a":"x"}                   | {"a":"x "}                  | false
                    {"a":"1"}                   | {"b":"1"}                   | false
                    """)
    void theSameContentIsTheSameHoweverItIsWritten(String one, String other, boolean same) {
        assertThat(text(one).equals(text(other))).isEqualTo(same);
        assertThat(Arrays.equals(text(one).digest(), text(other).digest())).isEqualTo(same);
    }

    @Test
    void aNumberIsReadBackAsItIsWritten() {
        for (long id : new long[] {1, 42, 99_999_999, 100_000_000, 123_456_789_012L}) {
            ClaimNumber number = new ClaimNumber(id);
            assertThat(ClaimNumber.parse(number.toString())).isEqualTo(Optional.of(number));
        }
        assertThat(new ClaimNumber(42).recordId(2)).isEqualTo("R00000042-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "R42", "r00000042", "R000000042", "R00000042 ", "R0000004x"})
    void whatIsWrittenOtherwiseIsNoNumber(String text) {
        assertThat(ClaimNumber.parse(text)).isEmpty();
    }

    private static ClaimText text(String json) {
        if (StrictJson.read(json) instanceof StrictJson.Parsed.ParsedValue(var node)) {
            return ClaimText.of(node);
        }
        throw new AssertionError(json);
    }
}
