package io.credithub.flow.review;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.Sha256;
import io.credithub.domain.report.ReportFigure;
import io.credithub.fixtures.DrawnSigning;
import io.credithub.flow.certificate.Certificates.Published;
import io.credithub.flow.certificate.Certificates.Struck;
import io.credithub.flow.certificate.Jwks;
import io.credithub.flow.certificate.Jws;
import io.credithub.flow.review.PackageCheck.KeyTrust;
import io.credithub.flow.review.PackageCheck.PackageFault;
import io.credithub.flow.review.PackageCheck.PackageFaultKind;
import io.credithub.flow.review.SignOffs.FrozenFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PackageCheckTest {
    private final DrawnSigning signing = new DrawnSigning();
    private final byte[] zip = SignedSample.file(signing);

    private List<Published> named(@Nullable Struck struck) {
        return List.of(
                new Published(new DrawnSigning().published(), null),
                new Published(signing.published(), struck));
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
            for (ZipEntry one = in.getNextEntry(); one != null; one = in.getNextEntry()) {
                entries.put(one.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static List<PackageFault> faults(Map<String, byte[]> entries) {
        return PackageCheck.of(SignedPackage.zip(entries), null).faults();
    }

    @Test
    void whatWasSignedIsRight() {
        PackageCheck check = PackageCheck.of(zip, named(null));
        assertThat(check.faults()).isEmpty();
        assertThat(check.trust()).isEqualTo(KeyTrust.NAMED);
        assertThat(check.key()).isEqualTo(signing.published().id());
        assertThat(Objects.requireNonNull(check.conclusion()).steps()).hasSize(3);
        assertThat(Objects.requireNonNull(check.manifest()).amounts().amount(ReportFigure.CREDITS))
                .isEqualTo(1_600);
    }

    @Test
    void withoutNamedKeysItIsRightAndTheKeyNotCompared() {
        PackageCheck check = PackageCheck.of(zip, null);
        assertThat(check.isRight()).isTrue();
        assertThat(check.trust()).isEqualTo(KeyTrust.NOT_COMPARED);
    }

    @Test
    void theSameIsTheSameBytes() {
        assertThat(SignedSample.file(signing)).isEqualTo(zip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement.json", "teachers.json", "breaks.json", "manifest.json"})
    void aByteChangedInAPartIsToldOfThatPart(String part) throws IOException {
        Map<String, byte[]> entries = entries(zip);
        byte[] content = Objects.requireNonNull(entries.get(part)).clone();
        int at = new String(content, UTF_8).lastIndexOf(':') + 1; // what it says, not how
        content[at] = (byte) (content[at] == '9' ? '8' : '9');
        entries.put(part, content);
        assertThat(faults(entries)).contains(new PackageFault(PackageFaultKind.CHANGED, part));
    }

    @Test
    void eachByteOfTheSignatureCounts() throws IOException {
        Map<String, byte[]> entries = entries(zip);
        byte[] right = Objects.requireNonNull(entries.get("signature.jws"));
        for (int at = 0; at < right.length; at += 7) {
            byte[] other = right.clone();
            other[at] = (byte) (other[at] == 'A' ? 'B' : 'A');
            entries.put("signature.jws", other);
            assertThat(faults(entries)).as("at %d", at).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "statement.json, MISSING",
        "signature.jws, UNSIGNED",
        "key.jwk, MISSING",
    })
    void whatIsMissingIsTold(String file, PackageFaultKind kind) throws IOException {
        Map<String, byte[]> entries = entries(zip);
        entries.remove(file);
        assertThat(faults(entries)).containsExactly(new PackageFault(kind, file));
    }

    @Test
    void whatWasAddedIsTold() throws IOException {
        Map<String, byte[]> entries = entries(zip);
        entries.put("more.json", new byte[] {1});
        assertThat(faults(entries))
                .containsExactly(new PackageFault(PackageFaultKind.UNKNOWN, "more.json"));
    }

    @Test
    void anothersKeyIsStrange() {
        byte[] forged = SignedSample.file(new DrawnSigning());
        assertThat(PackageCheck.of(forged, null).isRight()).isTrue();
        assertThat(PackageCheck.of(forged, named(null)).faults())
                .containsExactly(new PackageFault(PackageFaultKind.STRANGE_KEY, "key.jwk"));
    }

    @Test
    void anothersKeyBesideTheRightSignatureIsWrong() throws IOException {
        Map<String, byte[]> entries = entries(zip);
        byte[] key = entries(SignedSample.file(new DrawnSigning())).get("key.jwk");
        entries.put("key.jwk", Objects.requireNonNull(key));
        assertThat(faults(entries))
                .contains(new PackageFault(PackageFaultKind.WRONG_SIGNATURE, "signature.jws"));
    }

    @Test
    void aKeyThatWasStruckOffIsNotBelieved() {
        Struck struck = new Struck(Instant.parse("2026-01-01T00:00:00Z"), "失窃");
        assertThat(PackageCheck.of(zip, named(struck)).faults())
                .containsExactly(new PackageFault(PackageFaultKind.STRUCK_KEY, "key.jwk"));
    }

    @Test
    void theSignatureOfAnotherVersionDoesNotFit() {
        FrozenFiles mixed =
                SignedSample.files(signing, SignedSample.manifest(2), SignedSample.manifest(1));
        assertThat(PackageCheck.of(SignedPackage.of(mixed), null).faults())
                .containsExactly(new PackageFault(PackageFaultKind.CHANGED, "manifest.json"));
    }

    /// As if a conclusion had been made out for another county, year or version.
    @ParameterizedTest
    @CsvSource({"140106, 2022, 1", "140105, 2023, 1", "140105, 2022, 2"})
    void theSignatureIsOverThisVeryStatement(String county, int schoolYear, int version)
            throws IOException {
        Map<String, byte[]> entries = entries(zip);
        SignOffConclusion other =
                new SignOffConclusion(
                        SignOffConclusion.FORMAT,
                        county,
                        schoolYear,
                        version,
                        Sha256.hex(Objects.requireNonNull(entries.get("manifest.json"))),
                        List.of());
        entries.put("signature.jws", Jws.sign(signing, other.text()).compact().getBytes(UTF_8));
        assertThat(faults(entries))
                .containsExactly(
                        new PackageFault(PackageFaultKind.ANOTHER_STATEMENT, "signature.jws"));
    }

    @Test
    void aSecondKeyIsOneTooMany() throws IOException {
        Map<String, byte[]> entries = entries(zip);
        Jwks both =
                Jwks.of(
                        List.of(
                                new Published(signing.published(), null),
                                new Published(new DrawnSigning().published(), null)));
        entries.put("key.jwk", both.text().getBytes(UTF_8));
        assertThat(faults(entries))
                .containsExactly(new PackageFault(PackageFaultKind.UNREADABLE, "key.jwk"));
    }

    @Test
    void theKeyIsTheSameInBothWays() throws IOException {
        Map<String, byte[]> entries = entries(zip);
        byte[] other = entries(SignedSample.file(new DrawnSigning())).get("key.pem");
        entries.put("key.pem", Objects.requireNonNull(other));
        assertThat(faults(entries))
                .containsExactly(new PackageFault(PackageFaultKind.CHANGED, "key.pem"));
    }

    /// Else one program would read the first of them, and another the second.
    @Test
    void noFileIsThereTwice() throws IOException {
        Map<String, byte[]> entries = entries(zip);
        entries.put("breaks.jsoX", new byte[] {1});
        String twice =
                new String(SignedPackage.zip(entries), ISO_8859_1)
                        .replace("breaks.jsoX", "breaks.json");
        assertThatThrownBy(() -> PackageCheck.of(twice.getBytes(ISO_8859_1), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a package");
    }

    @Test
    void anythingElseIsNoPackage() throws IOException {
        Map<String, byte[]> entries = entries(zip);
        entries.remove("manifest.json");
        byte[] without = SignedPackage.zip(entries);
        assertThatThrownBy(() -> PackageCheck.of(without, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PackageCheck.of("hello".getBytes(UTF_8), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// As any other program would, without this house: `docs/sign-off.md` does it with openssl.
    @Test
    void theSignatureIsPlainEd25519OverItsFirstTwoParts()
            throws IOException, GeneralSecurityException {
        Map<String, byte[]> entries = entries(zip);
        String jws = new String(Objects.requireNonNull(entries.get("signature.jws")), UTF_8);
        String pem = new String(Objects.requireNonNull(entries.get("key.pem")), UTF_8);
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        PublicKey known =
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
        int last = jws.lastIndexOf('.');
        Signature verifying = Signature.getInstance("Ed25519");
        verifying.initVerify(known);
        verifying.update(jws.substring(0, last).getBytes(UTF_8));
        assertThat(verifying.verify(Base64.getUrlDecoder().decode(jws.substring(last + 1))))
                .isTrue();
        String payload = new String(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]), UTF_8);
        assertThat(payload)
                .contains(Sha256.hex(Objects.requireNonNull(entries.get("manifest.json"))));
    }

    @Test
    void theManifestIsCanonical() {
        String text = new String(SignedSample.manifest(1).canonical(), UTF_8);
        assertThat(text)
                .startsWith("{\"asOf\":\"2026-12-01T04:00:00Z\",\"county\":{\"code\":\"140105\",")
                .contains("\"predecessor\":null")
                .contains("\"totals\":{\"credits\":\"16.00\",\"teachers\":2}")
                .doesNotContain(": ", ", ");
        byte[] again = SignOffManifest.read(text.getBytes(UTF_8)).canonical();
        assertThat(new String(again, UTF_8)).isEqualTo(text);
    }
}
