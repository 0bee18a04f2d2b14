package io.credithub.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.credithub.flow.feed.IgnoredFile;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.drop.DropFile;
import io.credithub.source.drop.DropFolder;
import io.credithub.source.poll.DeliveryRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A sender who may write anything into the folder, and nothing beyond it.
final class DropAttackTest {
    @TempDir Path temp;
    private Path home = Path.of("");
    private Path outside = Path.of("");
    private DropFolder folder = new DropFolder(home, home, 0);

    @BeforeEach
    void aFolderAndAnother() throws IOException {
        home = Files.createDirectory(temp.toRealPath().resolve("drop"));
        outside = Files.createDirectory(temp.toRealPath().resolve("routes"));
        folder = new DropFolder(home, home, 4 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {".done", ".failed"})
    void aLinkInPlaceOfAnOwnFolderIsNotFollowed(String own) throws IOException {
        deliver("evil.camel.yaml", "x");
        Files.createSymbolicLink(home.resolve(own), outside);
        assertThatThrownBy(folder::requireOwn)
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("HUB-4419");
        assertThatThrownBy(
                        () -> {
                            if (own.equals(".done")) folder.keep(folder.read("evil.camel.yaml"));
                            else folder.park("evil.camel.yaml", DeliveryRefused.Reason.NOT_LANDED);
                        })
                .isInstanceOf(Unavailable.class);
        assertThat(outside).isEmptyDirectory();
        assertThat(home.resolve("evil.camel.yaml")).exists();
    }

    @Test
    void norIsOneInsideOfIt() throws IOException {
        deliver("a.csv", "1");
        folder.keep(folder.read("a.csv"));
        Files.createSymbolicLink(home.resolve(".done/2"), outside);
        deliver("a.csv", "2");
        assertThatThrownBy(() -> folder.keep(folder.read("a.csv"))).hasMessageContaining("4419");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aFileInPlaceOfAnOwnFolderIsTold() throws IOException {
        Files.createFile(home.resolve(".failed"));
        assertThatThrownBy(folder::requireOwn).hasMessageContaining(".failed");
    }

    static Stream<String> names() {
        return Stream.of(
                "${date:now:yyyy}.csv",
                "$simple{sys.user}.csv",
                "{{hub.home}}.csv",
                "${file:name}.done.csv",
                "a b'\"`\\;&|.csv",
                "100%.csv",
                "%2e%2e%2f.csv",
                "教师\uD83D\uDE00.csv",
                "-rf",
                "~",
                "x".repeat(241));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsAName(String name) throws IOException {
        deliver(name, "x");
        assertThat(folder.ready(10)).containsExactly(name);
        try (DropFile file = folder.read(name)) {
            folder.keep(file);
        }
        assertThat(home.resolve(".done").resolve(name)).exists();
        assertThat(folder.ready(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {242, 245, 250})
    void aNameThatLeavesNoPlaceForAManifestIsParked(int length) throws IOException {
        String name = "教".repeat(20) + "x".repeat(length - 60);
        Files.writeString(home.resolve(name), "x");
        Files.createFile(home.resolve(name + ".done"));
        assertThat(folder.ready(10)).containsExactly(name);
        assertThatThrownBy(() -> folder.read(name)).hasMessageStartingWith("HUB-1301");
        folder.park(name, DeliveryRefused.Reason.NO_MANIFEST);
        assertThat(home.resolve(".failed").resolve(name)).exists();
        assertThat(home.resolve(".failed")).isDirectoryContaining("glob:**.reason.txt");
    }

    @Test
    void whatIsNoPlainFileIsListedAndNotRead() throws Exception {
        Path secret = Files.writeString(outside.resolve("secret"), "secret");
        deliver("hard.csv", "x");
        Files.delete(home.resolve("hard.csv"));
        Files.createLink(home.resolve("hard.csv"), secret);
        Files.createSymbolicLink(home.resolve("soft.csv"), secret);
        Files.createDirectory(home.resolve("inner"));
        Files.createFile(home.resolve(".hidden"));
        Files.createFile(home.resolve("b.csv.done.done"));
        Files.createFile(home.resolve("half.csv"));
        Path old = Files.createFile(home.resolve("old.csv"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(90_000)));
        run(
                "mkfifo pipe.csv; touch \"$(printf 'line\\nbreak.csv')\" \"$(printf"
                        + " 'byte\\377.csv')\"");
        assertThat(folder.ready(10)).isEmpty();
        assertThat(folder.ignored(Instant.now()))
                .extracting(IgnoredFile::code, IgnoredFile::name)
                .contains(
                        tuple("HUB-1046", ".hidden"),
                        tuple("HUB-1047", "soft.csv"),
                        tuple("HUB-1048", "hard.csv"),
                        tuple("HUB-1049", "pipe.csv"),
                        tuple("HUB-1050", "inner"),
                        tuple("HUB-1051", "line\uFFFDbreak.csv"),
                        tuple("HUB-1051", "byte\uFFFD.csv"),
                        tuple("HUB-1052", "half.csv"),
                        tuple("HUB-1053", "old.csv"),
                        tuple("HUB-1054", "b.csv.done.done"));
    }

    @ParameterizedTest
    @CsvSource({"ln -s ../routes/secret", "mkfifo", "mkdir"})
    void suchAFileIsRefusedThoughItIsDone(String make) throws Exception {
        Files.writeString(outside.resolve("secret"), "secret");
        deliver("a.csv", "x");
        Files.delete(home.resolve("a.csv"));
        run(make + " a.csv");
        assertThatThrownBy(() -> folder.read("a.csv")).hasMessageStartingWith("HUB-1305");
        folder.park("a.csv", DeliveryRefused.Reason.NOT_A_FILE);
        assertThat(outside.resolve("secret")).hasContent("secret");
        assertThat(folder.ready(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 3 << 20})
    void whatWasReadIsWhatLandsThoughItIsWrittenAnew(int bytes) throws IOException {
        String first = "1".repeat(bytes);
        deliver("a.csv", first);
        try (DropFile file = folder.read("a.csv")) {
            Files.writeString(home.resolve("a.csv"), "2".repeat(bytes));
            assertThat(text(file)).isEqualTo(first);
            assertThat(text(file)).as("read a second time").isEqualTo(first);
            folder.keep(file);
        }
        assertThat(folder.ready(10)).as("the new one lands too").containsExactly("a.csv");
        assertThat(home.resolve(".done"))
                .satisfiesAnyOf(
                        done -> assertThat(done).doesNotExist(),
                        done -> assertThat(done).isEmptyDirectory());
    }

    @Test
    void aFileWithoutEndIsRefused() throws IOException {
        deliver("a.csv", "1".repeat((4 << 20) + 1));
        assertThatThrownBy(() -> folder.read("a.csv")).hasMessageStartingWith("HUB-1055");
    }

    @Test
    void anArchiveOutOfReachTakesWhatHasLanded() throws IOException {
        Path archive = Files.createDirectory(temp.resolve("archive"));
        DropFolder apart = new DropFolder(home, archive, 100);
        deliver("a.csv", "x");
        apart.requireOwn();
        try (DropFile file = apart.read("a.csv")) {
            apart.keep(file);
        }
        assertThat(home).isEmptyDirectory();
        assertThat(archive.resolve(".done/a.csv")).hasContent("x");
        apart.bringBack(Instant.EPOCH);
        assertThat(apart.ready(10)).containsExactly("a.csv");
    }

    private static String text(DropFile file) throws IOException {
        try (InputStream in = file.content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void deliver(String name, String content) throws IOException {
        Files.writeString(home.resolve(name), content);
        String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
        Files.writeString(
                home.resolve(name + ".manifest.json"),
                """
                {"file": "%s", "records": 1, "persons": 1, "hours": 1, "statedAt": "2023-07-01T20:00:00Z"}\
                """
                        .formatted(quoted));
        Files.createFile(home.resolve(name + ".done"));
    }

    private void run(String command) throws Exception {
        Process shell =
                new ProcessBuilder("sh", "-c", command)
                        .directory(home.toFile())
                        .inheritIO()
                        .start();
        assertThat(shell.waitFor()).isZero();
    }
}
