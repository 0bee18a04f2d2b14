package io.credithub.domain.completion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NormalFormTest {
    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    阿依古丽・买买提 | 阿依古丽·买买提 | the katakana dot
                    阿依古丽•买买提 | 阿依古丽·买买提 | the bullet
                    王　小明 | 王小明 | a wide blank
                    王 小明 | 王小明 | a blank
                    Ｗｏｒｄ基础 | word基础 | width and case
                    䶮𠮷 | 䶮𠮷 | rare characters stay what they are
                    """)
    void oneNameHasOneForm(String written, String form, String why) {
        assertThat(NormalForm.person(written)).as(why).isEqualTo(form);
        assertThat(NormalForm.programme(written)).as(why).isEqualTo(form);
    }

    @Test
    void differentCharactersAreDifferentNames() {
        assertThat(NormalForm.person("王晓明")).isNotEqualTo(NormalForm.person("王小明"));
        assertThat(NormalForm.person("吉")).isNotEqualTo(NormalForm.person("𠮷"));
    }

    @Test
    void aNormalFormIsItsOwnForEveryCharacter() {
        for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) continue;
            String form = NormalForm.person("王" + Character.toString(c));
            assertThat(NormalForm.person(form)).as("U+%04X", c).isEqualTo(form);
        }
    }
}
