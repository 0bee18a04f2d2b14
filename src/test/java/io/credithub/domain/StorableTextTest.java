package io.credithub.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class StorableTextTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("te\0st", "te\\u0000st", "NUL"),
                Arguments.of("\0\0", "\\u0000\\u0000", "NUL alone"),
                Arguments.of("a\uD83D", "a\\ud83d", "half a pair at the end"),
                Arguments.of("\uDE00b", "\\ude00b", "the other half"),
                Arguments.of("\uDE00\uD83D", "\\ude00\\ud83d", "a pair the wrong way round"),
                Arguments.of("\uD83D\uDE00\0", "\uD83D\uDE00\\u0000", "a whole pair stays"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("texts")
    void whatCannotBeKeptIsWrittenOut(String text, String storable, String why) {
        assertEquals(storable, StorableText.of(text), why);
    }

    @Test
    void allElseStaysTheSameText() {
        String text = "王䶮 \uD840\uDC00 \t\u0001 \\u0000";
        assertThat(StorableText.of(text)).isSameAs(text);
    }

    @Test
    void everyCharacterCanBeWrittenAsUtf8Afterwards() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String storable = StorableText.of("a" + (char) c + "b");
            byte[] bytes = storable.getBytes(StandardCharsets.UTF_8);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(storable);
            assertThat(bytes).doesNotContain(0);
        }
    }

    @Test
    void aLongValueIsNotCutThroughACharacter() {
        String value = "a".repeat(119) + "\uD83D\uDE00" + "b";
        Finding finding = new Finding(FindingCode.TOO_LONG, "/\u0000", value);
        assertThat(finding.value()).isEqualTo("a".repeat(119));
        assertThat(finding.field()).isEqualTo("/\\u0000");
    }
}
