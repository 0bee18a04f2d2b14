package io.credithub.report.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.subscription.SendFailure;
import io.credithub.report.post.FolderCourier.Renaming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderCourierTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CONTENT = "编号,数量\r\n1,41\r\n";

    @TempDir Path spool;
    @TempDir Path folder;
    private SampleParcel sample;

    @BeforeEach
    void aReport() throws IOException {
        sample = SampleParcel.of(spool, CONTENT);
    }

    private String carry(Renaming renaming) {
        return new FolderCourier(folder, Runnable::run, renaming)
                .carry(sample.parcel(), sample.file())
                .await()
                .atMost(PATIENCE);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String named(String end) {
        return SampleParcel.NAME + end;
    }

    @Test
    void aReportItsDigestAndItsManifestAreThere() throws IOException {
        carry(Renaming.ATOMIC);
        assertThat(names())
                .containsExactly(named(".csv"), named(".manifest.json"), named(".sha256"));
        assertThat(folder.resolve(named(".csv"))).hasContent(CONTENT);
        assertThat(Files.readString(folder.resolve(named(".sha256"))))
                .isEqualTo(
                        SampleParcel.sha256(CONTENT.getBytes(UTF_8)) + "  " + named(".csv") + "\n");
        assertThat(folder.resolve(named(".manifest.json"))).hasContent(sample.parcel().manifest());
    }

    @Test
    void theReportTakesItsPlaceFirstAndTheManifestLast() {
        List<String> renamed = new ArrayList<>();
        carry((from, to) -> {
            renamed.add(to.getFileName().toString());
            Renaming.ATOMIC.rename(from, to);
        });
        assertThat(renamed)
                .containsExactly(named(".csv"), named(".sha256"), named(".manifest.json"));
    }

    @Test
    void whatStopsBetweenWritingAndRenamingIsNoFileAndSentAgainItIsOne() throws IOException {
        Renaming crashing =
                (from, to) -> {
                    throw new IOException("the machine went down");
                };
        assertThatThrownBy(() -> carry(crashing))
                .isInstanceOfSatisfying(
                        SendFailure.class, failure -> assertThat(failure.isPassing()).isTrue());
        assertThat(names()).singleElement().asString().matches(named("\\.csv\\..*\\.part"));
        carry(Renaming.ATOMIC);
        carry(Renaming.ATOMIC);
        assertThat(names())
                .containsExactly(named(".csv"), named(".manifest.json"), named(".sha256"));
        assertThat(folder.resolve(named(".csv"))).hasContent(CONTENT);
    }

    /// Its lease was over long ago: somebody else has sent it meanwhile, or is at it.
    @Test
    void whoIsLateRenamesNothingOfWhoIsAtItNow() {
        Renaming late =
                (from, to) -> {
                    if (to.endsWith(named(".csv"))) {
                        carry(Renaming.ATOMIC);
                        Files.writeString(folder.resolve(named(".csv.part")), "half of another");
                    }
                    Renaming.ATOMIC.rename(from, to);
                };
        assertThatThrownBy(() -> carry(late)).isInstanceOf(SendFailure.class);
        assertThat(folder.resolve(named(".csv"))).hasContent(CONTENT);
        assertThat(folder.resolve(named(".manifest.json"))).hasContent(sample.parcel().manifest());
    }

    /// What was so of the report that an earlier try left is not said of another.
    @Test
    void noManifestStandsBesideAnotherReport() throws IOException {
        carry(Renaming.ATOMIC);
        Path manifest = folder.resolve(named(".manifest.json"));
        List<Boolean> stands = new ArrayList<>();
        carry((from, to) -> {
            stands.add(Files.exists(manifest));
            Renaming.ATOMIC.rename(from, to);
        });
        assertThat(stands).containsExactly(false, false, false);
        assertThat(manifest).exists();
    }

    @Test
    void aLinkThatLiesInTheWayLeadsNowhere(@TempDir Path elsewhere) throws IOException {
        Path victim = elsewhere.resolve("victim");
        Files.writeString(victim, "untouched");
        Files.createSymbolicLink(folder.resolve(named(".csv.part")), victim);
        Files.createSymbolicLink(folder.resolve(named(".csv")), victim);
        carry(Renaming.ATOMIC);
        assertThat(victim).hasContent("untouched");
        assertThat(folder.resolve(named(".csv"))).isRegularFile().hasContent(CONTENT);
        assertThat(Files.isSymbolicLink(folder.resolve(named(".csv")))).isFalse();
    }

    @Test
    void aFolderThatIsGoneIsTriedAgain() throws IOException {
        Files.delete(folder);
        assertThatThrownBy(() -> carry(Renaming.ATOMIC))
                .isInstanceOfSatisfying(
                        SendFailure.class, failure -> assertThat(failure.isPassing()).isTrue());
        Files.createDirectory(folder);
    }
}
