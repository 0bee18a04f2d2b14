package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.testing.ApartFromOthers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.XZInputStream;

/// What the build hands out is what its bill and `docs/licences.md` say. When the page differs,
/// look at what `target/licences.md` says, and if it is what you mean, copy it.
@ApartFromOthers
final class LicencesIT {
    private static final Path PROJECT = Path.of(System.getProperty("hub.project", "."));
    private static final Path BUILT = PROJECT.resolve("target/quarkus-app");
    private static final Path BILL = PROJECT.resolve("target/quarkus-run-cyclonedx.json");
    private static final Pattern SHARED =
            Pattern.compile("(?:\\./)?lib/lib([^/]+?)\\.so(?:\\..*)?");

    @Test
    void thePageIsPrintedFromTheBill() throws IOException {
        String page = LicencesPage.print(bill());
        Files.writeString(PROJECT.resolve("target/licences.md"), page);
        assertThat(PROJECT.resolve("docs/licences.md")).hasContent(page);
    }

    @Test
    void everyLicenceIsAccepted() throws IOException {
        assertThat(bill().libraries()).hasSizeGreaterThan(200);
        assertThat(LicencesPage.complaints(bill())).isEmpty();
    }

    /// Nothing is handed out that the bill does not have, byte for byte, and the other way round.
    @Test
    void theBillHasEveryFileThatIsHandedOut() throws IOException, NoSuchAlgorithmException {
        var billed = new TreeMap<String, String>();
        for (Bill.Part part : bill().parts()) {
            part.files().forEach(file -> billed.put(file, part.sha256()));
        }
        var built = new TreeMap<String, String>();
        for (Path file : files()) {
            String name = BUILT.relativize(file).toString();
            built.put(name, sha256(file));
        }
        assertThat(built).isEqualTo(billed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/postgres-linux-x86_64.txz", "/postgres-linux-arm_64.txz"})
    void thePageHasWhatLiesInTheDatabase(String archive) throws IOException {
        assertThat(sharedLibraries(archive)).isEqualTo(LicencesPage.INSIDE.keySet());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"license": {"id": "AGPL-3.0-only"}}  | a:b: AGPL-3.0-only
                    {"license": {"name": "Ours alone"}}   | a:b: Ours alone
                    {"expression": "SSPL-1.0"}            | a:b: SSPL-1.0
                    {"license": {"id": "GPL-2.0-with-classpath-exception"}} | a:b leaves no choice but GPL
                    ''                                    | a:b states no licence
                    """)
    void anotherLicenceIsSeen(String licence, String complaint) throws IOException {
        Bill bill =
                Bill.read(
                        """
                        {"bomFormat": "CycloneDX", "components": [{"group": "a", "name": "b", "version": "1",
                         "licenses": [%s], "purl": "pkg:maven/a/b@1?type=jar",
                         "properties": [{"name": "quarkus:component:scope", "value": "runtime"}]}]}
                        """
                                .formatted(licence));
        assertThat(LicencesPage.complaints(bill)).contains(complaint);
    }

    private static Bill bill() throws IOException {
        assertThat(BILL).as("the bill; `./hub build` makes it").isRegularFile();
        return Bill.read(Files.readString(BILL));
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(BUILT)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }

    private static Set<String> sharedLibraries(String archive) throws IOException {
        Set<String> names = new TreeSet<>();
        try (InputStream packed =
                        Objects.requireNonNull(LicencesIT.class.getResourceAsStream(archive));
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Matcher shared = SHARED.matcher(entry.getName());
                if (shared.matches()) names.add(shared.group(1));
            }
        }
        return names;
    }
}
