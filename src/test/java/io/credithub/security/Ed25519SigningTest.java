package io.credithub.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.certificate.Jws;
import io.credithub.flow.certificate.VerificationKey;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class Ed25519SigningTest {
    private static final String SEED =
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    /// RFC 8032, 7.1, the first test.
    @Test
    void theExampleOfTheStandardComesOut() {
        Ed25519Signing signing = Ed25519Signing.of(HexFormat.of().parseHex(SEED));
        byte[] published =
                HexFormat.of()
                        .parseHex(
                                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(signing.published()).isEqualTo(VerificationKey.of(published));
        assertThat(HexFormat.of().formatHex(signing.sign(new byte[0])))
                .isEqualTo(
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                            + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    /// As it was before a library wrote the header: codes that were issued are never written anew.
    @Test
    void aCodeIsTheSameByteByByte() {
        Ed25519Signing signing = Ed25519Signing.of(HexFormat.of().parseHex(SEED));
        assertThat(Jws.sign(signing, "{}").compact())
                .isEqualTo(
                        "eyJhbGciOiJFZERTQSIsImtpZCI6ImtQcktfcW14VldhWVZBOXd3QkY2SXVvM3ZWeno3VH"
                            + "hIQ1R3WEJ5Z3JTNGsiLCJ0eXAiOiJKT1NFIn0.e30."
                            + "MwlZ96dlyzELi_kOtlgREZdDocBZ2UYuWCzeT7mOxdQjzKFCOgN6v4ZjAOy1ed-jxZmaiQKtMV70BcDOr4-0Aw");
    }

    @Test
    void theSecretIsNotPrinted() {
        Ed25519Signing signing = Ed25519Signing.of(HexFormat.of().parseHex(SEED));
        assertThat(signing.toString()).doesNotContain("9d61").contains(signing.published().id());
    }
}
