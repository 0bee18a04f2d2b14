package io.credithub.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VerificationCodeTest {
    private static final String CODE = "3f9a-02bc-77de-1a40-9b21";

    @ParameterizedTest(name = "`{0}`: {1}")
    @CsvSource({
        "3f9a-02bc-77de-1a40-9b21, as it is printed",
        "3F9A-02BC-77DE-1A40-9B21, in capitals",
        "3f9a02bc77de1a409b21, without partings",
        "3f9a 02bc 77de 1a40 9b21, with blanks",
        "3f9a – 02bc·77de -- 1a40–9b21, with whatever a text program makes of them",
    })
    void itIsReadAsItWasCopied(String typed, String why) {
        assertThat(VerificationCode.read(typed)).as(why).contains(new VerificationCode(CODE));
    }

    @ParameterizedTest(name = "`{0}`: {1}")
    @CsvSource({
        "'', nothing",
        "3f9a-02bc-77de-1a40-9b2, a digit less",
        "3f9a-02bc-77de-1a40-9b211, a digit more",
        "3f9a-02bc-77de-1a40-9b2g, no digit",
        "2026-ABCDEFGHJK, a certificate's number",
    })
    void anythingElseIsNone(String typed, String why) {
        assertThat(VerificationCode.read(typed)).as(why).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3f9a02bc77de1a409b21", "3F9A-02bc-77de-1a40-9b21", "3f9a-02bc-77de-1a40"})
    void itIsKeptInOneWay(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new VerificationCode(text));
    }
}
