package io.credithub.source.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.delivery.Declared;
import io.credithub.source.poll.DeliveryRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DropFolderTest {
    private static final String NAME = "a.csv";
    private static final String MANIFEST =
            """
            {"file": "a.csv", "records": 2, "persons": 1, "hours": "12.50", \
            "statedAt": "2023-07-01T20:00:00+08:00"}\
            """;

    @TempDir Path temp;
    private Path home = Path.of("");
    private DropFolder folder = at(home);

    @BeforeEach
    void aFolderWithOneDelivery() throws IOException {
        home = temp.toRealPath();
        folder = at(home);
        deliver("one");
    }

    @Test
    void aManifestSaysWhatTheFileHolds() {
        assertThat(read().manifest())
                .isEqualTo(
                        new Manifest(
                                NAME,
                                null,
                                new Declared(2L, 1L, 1250L),
                                Instant.parse("2023-07-01T12:00:00Z")));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"file":"a.csv","persons":1,"hours":1,"statedAt":"2023-07-01T20:00:00Z"}              | without records
                    {"file":"a.csv","records":-1,"persons":1,"hours":1,"statedAt":"2023-07-01T20:00:00Z"}  | fewer than none
                    {"file":"a.csv","records":1.5,"persons":1,"hours":1,"statedAt":"2023-07-01T20:00:00Z"} | half a record
                    {"file":"a.csv","records":1,"persons":1,"hours":1.234,"statedAt":"2023-07-01T20:00:00Z"} | three places
                    {"file":"a.csv","records":1,"persons":1,"hours":1e99,"statedAt":"2023-07-01T20:00:00Z"} | absurd hours
                    {"file":"a.csv","records":1,"records":2,"persons":1,"hours":1,"statedAt":"2023-07-01T20:00:00Z"} | a key twice
                    {"file":"a.csv","records":1,"persons":1,"hours":1,"statedAt":"2023-07-01"}              | no time
                    {"file":7,"records":1,"persons":1,"hours":1,"statedAt":"2023-07-01T20:00:00Z"}          | a number for a name
                    {"file":"a.csv","records":1} {}                                                        | two documents
                    []                                                                                    | an array
                    """)
    void aManifestThatIsNotAsAgreedIsRefused(String json, String why) throws IOException {
        Files.writeString(home.resolve("a.csv.manifest.json"), json);
        assertThatThrownBy(() -> folder.read(NAME))
                .as(why)
                .isInstanceOf(DeliveryRefused.class)
                .hasMessageStartingWith("HUB-1302");
    }

    @Test
    void aWorkbookIsRefusedAsWhatItIs() throws IOException {
        Files.write(home.resolve(NAME), new byte[] {'P', 'K', 3, 4, 20, 0});
        assertThatThrownBy(() -> folder.read(NAME)).hasMessageStartingWith("HUB-1024");
    }

    @Test
    void aManifestOfAnotherFileIsRefused() throws IOException {
        Files.writeString(
                home.resolve("a.csv.manifest.json"), MANIFEST.replace("a.csv", "../a.csv"));
        assertThatThrownBy(() -> folder.read(NAME)).hasMessageStartingWith("HUB-1303");
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path outside = Files.createTempFile("credithub-outside-", ".csv");
        Files.delete(home.resolve(NAME));
        Files.createSymbolicLink(home.resolve(NAME), outside);
        assertThatThrownBy(() -> folder.read(NAME)).hasMessageStartingWith("HUB-1305");
        folder.park(NAME, DeliveryRefused.Reason.NOT_A_FILE);
        assertThat(outside).as("the link was moved, not what it points at").exists();
        Files.delete(outside);
    }

    @ParameterizedTest
    @CsvSource({"../a.csv", "sub/a.csv", "/etc/passwd", "..", "."})
    void aNameCannotLeaveTheFolder(String name) {
        assertThatThrownBy(() -> folder.read(name)).isInstanceOf(DeliveryRefused.class);
    }

    @Test
    void whatIsKeptLeavesTheFolderWhole() throws IOException {
        keep();
        assertThat(files(home)).isEmpty();
        assertThat(files(home.resolve(".done")))
                .containsExactly("a.csv", "a.csv.done", "a.csv.manifest.json");
    }

    @Test
    void aNameThatIsUsedAgainOverwritesNothing() throws IOException {
        keep();
        deliver("two");
        keep();
        assertThat(Files.readString(home.resolve(".done/a.csv"))).isEqualTo("one");
        assertThat(Files.readString(home.resolve(".done/2/a.csv"))).isEqualTo("two");
    }

    @Test
    void whatIsParkedHasItsReasonBesideIt() throws IOException {
        folder.park(NAME, DeliveryRefused.Reason.WRONG_DIGEST);
        assertThat(files(home)).isEmpty();
        assertThat(Files.readAllLines(home.resolve(".failed/a.csv.reason.txt")))
                .startsWith("HUB-1304")
                .hasSize(3);
    }

    /// The crash is played: a file or two have moved, the rest has not.
    @ParameterizedTest
    @CsvSource({"1", "2"})
    void aMoveThatWasCutShortIsFinished(int moved) throws IOException {
        Files.createDirectory(home.resolve(".done"));
        for (String file : List.of(NAME, NAME + ".manifest.json").subList(0, moved)) {
            Files.move(home.resolve(file), home.resolve(".done").resolve(file));
        }
        folder.tidy();
        assertThat(files(home)).isEmpty();
        assertThat(files(home.resolve(".done"))).hasSize(3);
    }

    @Test
    void aDoneFileThatCameTooEarlyStays() throws IOException {
        Files.delete(home.resolve(NAME));
        folder.tidy();
        assertThat(files(home)).containsExactly("a.csv.done", "a.csv.manifest.json");
    }

    @Test
    void onlyWhatWasStatedSinceComesBack() throws IOException {
        keep();
        folder.bringBack(Instant.parse("2023-07-01T12:00:01Z"));
        assertThat(files(home)).isEmpty();
        folder.bringBack(Instant.parse("2023-07-01T12:00:00Z"));
        assertThat(files(home)).containsExactly("a.csv", "a.csv.done", "a.csv.manifest.json");
    }

    @Test
    void theDigestOfTheManifestIsChecked() throws IOException {
        withDigest("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed");
        assertThat(read().content().sha256()).startsWith("7692");
        withDigest("00");
        assertThatThrownBy(() -> folder.read(NAME)).hasMessageStartingWith("HUB-1304");
    }

    @ParameterizedTest
    @CsvSource({
        "7692C3AD3540BB803C020B3AEE66CD8887123234EA0C6E7143C0ADD73FF431ED",
        "'  7692c3ad3540bb803c020b3aee66cd8887123234EA0C6E7143C0ADD73FF431ED\t\n '"
    })
    void aDigestMayBeWrittenInCapitalsAndBetweenBlanks(String written) throws IOException {
        String text =
                MANIFEST.replace("{", "{\"sha256\": \"" + written.replace("\t", "\\t") + "\",")
                        .replace("\n", "\\n");
        Manifest manifest = Manifest.parse(text.getBytes(StandardCharsets.UTF_8));
        assertThat(manifest.sha256()).isEqualTo(read().content().sha256());
    }

    private void withDigest(String sha256) throws IOException {
        String text = MANIFEST.replace("{", "{\"sha256\": \"" + sha256 + "\",");
        Files.writeString(home.resolve("a.csv.manifest.json"), text);
    }

    private static DropFolder at(Path home) {
        return new DropFolder(home, home, 10 << 20);
    }

    private DropFile read() {
        return folder.read(NAME);
    }

    private void keep() {
        folder.keep(read());
    }

    private void deliver(String content) throws IOException {
        Files.writeString(home.resolve(NAME), content);
        Files.writeString(home.resolve(NAME + ".manifest.json"), MANIFEST);
        Files.createFile(home.resolve(NAME + ".done"));
    }

    private static List<String> files(Path where) throws IOException {
        try (Stream<Path> all = Files.list(where)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
