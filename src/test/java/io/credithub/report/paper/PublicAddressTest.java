package io.credithub.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://a.example/verify/7",
        "https://a.example/, https://a.example/verify/7",
        "http://10.0.0.1:8080/hub/, http://10.0.0.1:8080/hub/verify/7"
    })
    void aPaperIsVerifiedBelowIt(String address, String link) {
        assertThat(PublicAddress.of(address).verify("7")).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.example",
                "ftp://a.example",
                "https://",
                "https://a.example/?x=1",
                "https://a.example/#x",
                "https://me:secret@a.example",
                "https://a b.example",
                "javascript:alert(1)"
            })
    void whatIsNoneIsRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> PublicAddress.of(address));
    }

    @Test
    void whereNoneIsKnownThereIsNoLink() {
        assertThat(PublicAddress.UNKNOWN.verify("7")).isNull();
    }
}
