package io.credithub.flow.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credithub.fixtures.Certified;
import io.credithub.fixtures.DrawnSigning;
import io.credithub.flow.certificate.Jws.Check;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JwsTest {
    private final DrawnSigning signing = new DrawnSigning();
    private final List<VerificationKey> keys = List.of(signing.published());

    /// RFC 8037, appendix A.
    @Test
    void theExampleOfTheStandardIsGenuine() {
        VerificationKey key = VerificationKey.ofText("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assertThat(key.id()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        byte[] signature =
                Base64.getUrlDecoder()
                        .decode(
                                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt"
                                    + "9g7sVvpAr_MuM0KAg");
        String signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        assertThat(key.hasSigned(signed.getBytes(US_ASCII), signature)).isTrue();
        assertThat(key.hasSigned((signed + "x").getBytes(US_ASCII), signature)).isFalse();
    }

    @Test
    void aCertificateComesBackAsItWasSigned() {
        Certificate certificate = Certified.certificate();
        Jws code = Jws.sign(signing, certificate.canonical());
        assertThat(Jws.check("验证码:\n" + code.compact() + "\n完", keys))
                .isEqualTo(new Check.Valid(code));
        assertThat(Certificate.read(code.payload())).isEqualTo(certificate);
        assertThat(code.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(Jws.payloadOf(code.compact())).isEqualTo(certificate.canonical());
    }

    @Test
    void noCharacterOfACodeCanBeAnother() {
        String code = Jws.sign(signing, Certified.certificate().canonical()).compact();
        for (int at = 0; at < code.length(); at++) {
            if (code.charAt(at) == '.') continue;
            for (char other : new char[] {'A', 'B', '8'}) {
                if (code.charAt(at) == other) continue;
                String changed = code.substring(0, at) + other + code.substring(at + 1);
                assertThat(Jws.check(changed, keys))
                        .as("%d: %s", at, other)
                        .isNotInstanceOf(Check.Valid.class);
            }
        }
    }

    /// As mail, terminals and papers hand it on; nothing of it is lost.
    @Test
    void aCodeThatWasWrappedOrQuotedIsRead() {
        String code = Jws.sign(signing, Certified.certificate().canonical()).compact();
        for (int width : new int[] {20, 64, 76, 80, 998}) {
            String wrapped = code.replaceAll("(.{" + width + "})", "$1\n");
            List<String> ways =
                    List.of(
                            wrapped,
                            wrapped.replace("\n", "\r\n"),
                            wrapped.replace("\n", "\r"),
                            wrapped.replace("\n", "=\r\n"),
                            wrapped.replace("\n", "\n> "),
                            wrapped.replace("\n", " \n>> > "),
                            wrapped.replace("\n", "\n\n    | "),
                            wrapped.replace("\n", "\u200B"),
                            wrapped.replace("\n", "\u00AD\u2060"),
                            wrapped.replace("\n", "\u3000\u00A0"));
            for (String way : ways) {
                String mail = "> 验证码 Verification code:\n> " + way + "\n> \n> Regards,\n> 王\n";
                assertThat(Jws.check(mail, keys))
                        .as("%d: %s", width, way.substring(0, 90))
                        .isInstanceOf(Check.Valid.class);
            }
        }
    }

    /// Whoever hands it on has changed nothing: to say so would be an accusation.
    @Test
    void aCodeOfWhichAPieceIsMissingIsDamagedAndNotChanged() {
        String code = Jws.sign(signing, Certified.certificate().canonical()).compact();
        int middle = code.length() / 2;
        for (String damaged :
                List.of(
                        code.substring(0, code.length() - 1),
                        code.substring(0, middle),
                        code.substring(0, middle) + code.substring(middle + 1),
                        code.substring(0, middle) + "?" + code.substring(middle + 1),
                        code.substring(0, middle) + "\uFFFD" + code.substring(middle + 1),
                        code.substring(0, middle) + "\n" + code.substring(middle + 4),
                        code.substring(0, code.length() - 20) + "\nRegards,\nsomebody else")) {
            assertThat(Jws.check(damaged, keys)).isEqualTo(new Check.Damaged());
        }
    }

    @Test
    void aCodeInOnePieceThatSaysSomethingElseIsChanged() {
        Certificate real = Certified.certificate();
        String code = Jws.sign(signing, real.canonical()).compact();
        String other = real.canonical().replace("\"16.00\"", "\"96.00\"");
        assertThat(other).isNotEqualTo(real.canonical());
        String[] parts = code.split("\\.");
        String changed = parts[0] + "." + base64(other) + "." + parts[2];
        assertThat(Jws.check("code: " + changed + "\n", keys)).isEqualTo(new Check.Tampered());
        assertThat(Jws.check(changed + "\n" + code, keys)).isInstanceOf(Check.Valid.class);
    }

    @Test
    void aKeyThatIsNotKnownIsNamed() {
        String code = Jws.sign(new DrawnSigning(), "{}").compact();
        assertThat(Jws.check(code, keys)).isInstanceOf(Check.UnknownKey.class);
        assertThat(Jws.check("no code in here", keys)).isEqualTo(new Check.NoCode());
    }

    @Test
    void noOtherAlgorithmIsBelieved() {
        for (String alg : List.of("none", "HS256", "RS256")) {
            String header =
                    "{\"alg\":\"" + alg + "\",\"kid\":\"" + signing.published().id() + "\"}";
            String signed = base64(header) + "." + base64("{}");
            String signature =
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(signing.sign(signed.getBytes(US_ASCII)));
            assertThat(Jws.check(signed + "." + signature, keys)).isEqualTo(new Check.NoCode());
        }
    }

    @Test
    void keysComeBackFromTheirFile() {
        List<Certificates.Published> published =
                keys.stream().map(key -> new Certificates.Published(key, null)).toList();
        assertThat(Jwks.read(Jwks.of(published).text())).isEqualTo(keys);
        assertThat(Jwks.of(published).text()).contains("\"kty\":\"OKP\"", "\"alg\":\"EdDSA\"");
        for (String broken : List.of("", "{}", "x", "{\"keys\":1}")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Jwks.read(broken));
        }
    }

    @Test
    void whatIsSignedIsTheSameByteByByte() {
        String text = Certified.certificate().canonical();
        assertThat(text)
                .startsWith("{\"asOf\":\"2026-11-24\",\"cycle\":2022,")
                .doesNotContain(" :");
        assertThat(Certificate.read(text).canonical()).isEqualTo(text);
        for (String none : List.of("", "null", "{}", "[]", "x")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Certificate.read(none));
        }
    }

    private static String base64(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
