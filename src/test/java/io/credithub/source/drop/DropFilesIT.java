package io.credithub.source.drop;

import static io.credithub.source.KnownFeeds.PROVINCE;
import static io.credithub.source.KnownFeeds.VENDOR;
import static io.credithub.testing.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Push;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.feed.FeedControl;
import io.credithub.flow.reading.Content;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.FeedsProfile;
import io.credithub.source.RecordingLanding;
import io.credithub.source.poll.ReactiveBridge;
import io.credithub.source.poll.SourceConfig;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FeedsProfile.class)
@QuarkusTestResource(PostgresResource.class)
final class DropFilesIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject RecordingLanding landing;
    @Inject FeedControl control;
    @Inject Push push;
    @Inject SourceConfig config;
    @Inject Pool pool;
    @Inject ReactiveBridge gate;

    @BeforeEach
    void theProvincePollsAndNobodyElse() {
        pool.query("update feed set paused = (code <> '" + PROVINCE + "'), failures = 0")
                .execute()
                .await()
                .atMost(SOON);
        landing.clear();
    }

    /// A re-pull brings everything back that any test has dropped: what still waits would land in
    /// the next one.
    @AfterEach
    void nothingWaitsAndNothingPolls() {
        until("nothing waits in the folder", () -> waiting() == 0);
        pool.query("update feed set paused = true").execute().await().atMost(SOON);
    }

    @Test
    void aFileLandsOnceItsDoneFileIsThereAndMovesAway() throws IOException {
        write("first", manifest("first.csv"));
        write("second", manifest("second.csv"));
        done("second");
        until("the second is kept", () -> Files.exists(kept("second.csv.done")));
        assertThat(landing.of(PROVINCE)).hasSize(1);
        Delivery landed = landing.of(PROVINCE).getFirst().delivery();
        assertThat(landed.reference()).isEqualTo("second.csv");
        assertThat(landed.declared()).isEqualTo(new Declared(1L, 1L, 700L));
        assertThat(folder().resolve("first.csv")).exists();
        done("first");
        until("the first is kept", () -> Files.exists(kept("first.csv.done")));
        assertThat(landing.of(PROVINCE)).hasSize(2);
    }

    @Test
    void aFileWithoutManifestIsParkedAndItsNeighbourLands() throws IOException {
        Files.writeString(folder().resolve("bare.csv"), "bare");
        done("bare");
        write("whole", manifest("whole.csv"));
        done("whole");
        Path reason = folder().resolve(".failed/bare.csv.reason.txt");
        until("the neighbour is kept", () -> Files.exists(kept("whole.csv.done")));
        until("the other is parked", () -> Files.exists(folder().resolve(".failed/bare.csv.done")));
        assertThat(reason).content(StandardCharsets.UTF_8).startsWith("HUB-1301");
    }

    @Test
    void aManifestOfAYearToComeOrOfAbsurdTotalsIsRefused() throws IOException {
        write("late", manifest("late.csv").replace("2023-07", "2999-07"));
        done("late");
        write("much", manifest("much.csv").replace("\"records\": 1", "\"records\": 10000001"));
        done("much");
        for (String name : List.of("late", "much")) {
            Path reason = folder().resolve(".failed/" + name + ".csv.reason.txt");
            until("it is parked", () -> Files.exists(reason));
            assertThat(reason).content(StandardCharsets.UTF_8).startsWith("HUB-1302");
        }
        assertThat(landing.of(PROVINCE)).isEmpty();
    }

    @Test
    void aFileThatCannotLandNowStaysAndLandsLater() throws IOException {
        landing.failAfter(0);
        write("later", manifest("later.csv"));
        done("later");
        until("it is kept", () -> Files.exists(kept("later.csv.done")));
        assertThat(landing.of(PROVINCE)).hasSize(1);
        assertThat(folder().resolve(".failed/later.csv")).doesNotExist();
    }

    @Test
    void manyFilesLandInTheOrderOfTheirNames() throws IOException {
        for (int i = 99; i >= 10; i--) {
            write("many-" + i, manifest("many-" + i + ".csv"));
            done("many-" + i);
        }
        until("all are kept", () -> Files.exists(kept("many-99.csv.done")));
        until("every one has landed", () -> landing.of(PROVINCE).size() == 90);
    }

    @Test
    void aPausedFolderIsNotReadAndAResumedOneIs() throws IOException {
        gate.await("a pause", SOON, () -> control.pause(PROVINCE));
        write("pause", manifest("pause.csv"));
        done("pause");
        int[] looks = {0};
        until("a while has passed", () -> looks[0]++ > 60);
        assertThat(landing.of(PROVINCE)).isEmpty();
        gate.await("a resumption", SOON, () -> control.resume(PROVINCE));
        until("it is kept", () -> Files.exists(kept("pause.csv.done")));
    }

    @Test
    void aRepullBringsBackWhatWasKept() throws IOException {
        write("again", manifest("again.csv"));
        done("again");
        until("it is kept", () -> Files.exists(kept("again.csv.done")));
        Instant from = Instant.parse("2023-07-01T00:00:00Z");
        gate.await("a re-pull", SOON, () -> control.repull(PROVINCE, from));
        until("it landed again", () -> times("again.csv") == 2);
        until("it is kept again", () -> Files.exists(kept("again.csv.done")));
    }

    @Test
    void aPushGoesThroughItsRouteUnlessTheFeedIsPaused() {
        Delivery delivery =
                new Delivery(
                        VENDOR,
                        "key-1",
                        Content.of("[]".getBytes(StandardCharsets.UTF_8)),
                        null,
                        Declared.NOTHING,
                        null,
                        null);
        assertThatThrownBy(() -> push.push(delivery).await().atMost(SOON))
                .isInstanceOf(Unavailable.class)
                .hasMessage("the feed is paused");
        gate.await("a resumption", SOON, () -> control.resume(VENDOR));
        Receipt receipt = push.push(delivery).await().atMost(SOON);
        assertThat(receipt.feed()).isEqualTo(VENDOR);
        assertThat(landing.of(VENDOR)).hasSize(1);
    }

    private long times(String reference) {
        return landing.of(PROVINCE).stream()
                .filter(one -> one.delivery().reference().equals(reference))
                .count();
    }

    private long waiting() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(
                            file -> file.toString().endsWith(".done") && Files.isRegularFile(file))
                    .count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(config.feeds().get(PROVINCE)).folder().orElseThrow();
    }

    private Path kept(String name) {
        return folder().resolve(".done").resolve(name);
    }

    private void write(String name, String manifest) throws IOException {
        Files.writeString(folder().resolve(name + ".csv"), name);
        Files.writeString(folder().resolve(name + ".csv.manifest.json"), manifest);
    }

    private void done(String name) throws IOException {
        Files.createFile(folder().resolve(name + ".csv.done"));
    }

    private static String manifest(String file) {
        return """
        {"file": "%s", "records": 1, "persons": 1, "hours": 7, "statedAt": "2023-07-01T20:00:00Z"}\
        """
                .formatted(file);
    }
}
