package io.credithub.flow.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.security.IdVault;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonTracesTest {
    private static final String RESIDENT = "11010519491231002X";

    private final IdProtection ids = IdVault.of(new byte[32]);
    private final PersonTraces traces =
            new PersonTraces(
                    Set.of(
                            ids.lookup("IT-0a1b2c"),
                            ids.lookup("T140105000123"),
                            ids.lookup("40"),
                            ids.lookup("教师第七号编号"),
                            ids.lookup(new IdDocument(IdDocument.Type.RESIDENT, RESIDENT)),
                            ids.lookup(new IdDocument(IdDocument.Type.HKMO, "H1234567(8)"))),
                    ids);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IT-0a1b2c",
                " T140105000123 ",
                "c-T140105000123",
                "证件11010519491231002x。",
                "1101 0519 4912 3100 2X",
                "h1234567(8)",
                "回乡证 H1234567(8),复印件",
                "教师第七号编号",
                "{\"a\":\"T140105000123\""
            })
    void aNumberIsFoundWhereverItStands(String text) {
        assertThat(traces.areIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "T1401050001234",
                "xT140105000123",
                "40",
                "2023-05-01",
                "11010519491231002"
            })
    void whatOnlyLooksLikeOneIsNone(String text) {
        assertThat(traces.areIn(text)).isFalse();
    }
}
