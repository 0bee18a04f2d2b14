package io.credithub.demo.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.demo.Province;
import io.credithub.demo.model.ProvinceSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Of records that are refused and come right the key says nothing; of the others, why.
class KeyRejectsTest {
    @Test
    void recordsThatWereRefusedHaveTheCodeOfWhatIsWrong() {
        Province province = new Province(new ProvinceSettings(600, 4, ProvinceSettings.TODAY));
        List<KeyBreak> refused =
                province.answered()
                        .flatMap(answer -> answer.breaks().stream())
                        .filter(found -> found.aspect().equals("INTAKE"))
                        .toList();
        assertThat(refused)
                .extracting(KeyBreak::code)
                .contains("IDENTITY", "UNMAPPED_CODE", "MISSING_IN_REGISTRY")
                .doesNotContain("ROSTER");
        List<String> known =
                province.records()
                        .flatMap(List::stream)
                        .filter(record -> !record.system().feed().equals("province-platform"))
                        .map(KeyRecord::recordId)
                        .toList();
        assertThat(refused).extracting(KeyBreak::about).doesNotContainAnyElementsOf(known);
    }
}
