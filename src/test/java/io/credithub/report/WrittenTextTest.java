package io.credithub.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WrittenTextTest {
    @Test
    void everyCharacterIsEitherCarriedByXmlOrWrittenOut() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String text = "甲" + Character.toString(c) + "乙";
            boolean isOfXml =
                    c == '\t'
                            || c == '\n'
                            || c == '\r'
                            || (c >= 0x20 && c <= 0xD7FF)
                            || (c >= 0xE000 && c <= 0xFFFD);
            String expected = isOfXml ? text : "甲\\u%04x乙".formatted(c);
            assertThat(WrittenText.of(text)).isEqualTo(expected);
        }
    }

    @Test
    void aPairOfSurrogatesStays() {
        assertThat(WrittenText.of("𠮷\u0007")).isEqualTo("𠮷\\u0007");
    }
}
