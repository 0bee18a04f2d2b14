package io.credithub.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.testing.ApartFromOthers;
import io.credithub.testing.BuiltHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A short torture by the built command, as an operator calls it.
@ApartFromOthers
final class TortureIT {
    private static final Duration MOST = Duration.ofMinutes(14);

    private static final String KINDS =
            String.join(
                    ",",
                    "hub-killed",
                    "postgres-killed",
                    "both-killed",
                    "backend-killed",
                    "hub-paused",
                    "postgres-paused",
                    "hub-stopped",
                    "disk-full",
                    "read-only",
                    "connections-cut",
                    "two-hubs",
                    "source-resets",
                    "source-gzip-bomb",
                    "flood-pushes");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @Timeout(900)
    void aShortTortureLosesNothingAndDoublesNothing() throws Exception {
        BuiltHub.noteQuickStart(Files.createDirectories(folder.resolve("quick")));
        Path home = folder.resolve("home");
        try (BuiltHub hub = new BuiltHub(home)) {
            String words = "torture --seed 7 --minutes 2 --gap 5 --only " + KINDS;
            String said = hub.run(MOST, words.split(" "));
            JsonNode figures = figures(said);
            assertThat(figures.path("good").asBoolean()).as("%s", figures).isTrue();
            assertThat(figures.path("lost").asLong(-1)).isZero();
            assertThat(figures.path("doubled").asLong(-1)).isZero();
            assertThat(figures.path("faults").asInt() + figures.path("faultsSkipped").asInt())
                    .as("each kind comes")
                    .isGreaterThanOrEqualTo(KINDS.split(",").length);
            assertThat(figures.path("acknowledged").asLong()).isGreaterThan(500);
        }
        assertThat(home.resolve("torture")).as("what it leaves behind").doesNotExist();
    }

    /// What went to standard output, behind what was told meanwhile.
    private static JsonNode figures(String said) throws IOException {
        return new ObjectMapper().readTree(said.substring(said.lastIndexOf("\n{") + 1));
    }
}
