package io.credithub.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunningHubTest {
    @Test
    void aRefusedStartSaysWhatToDoInOneLine() {
        Throwable failure =
                new RuntimeException(
                        "Failed to start quarkus",
                        new IllegalStateException("HUB-4401: hub.source.x.url is not an address."));
        assertThat(RunningHub.inOneLine(failure))
                .isEqualTo("HUB-4401: hub.source.x.url is not an address.");
    }

    @Test
    void aRefusedStartEndsWithThreeAndAnyOtherFailureWithOne() {
        Throwable refused = new IllegalStateException("HUB-4102: another key.");
        assertThat(RunningHub.status(1, refused)).isEqualTo(3);
        assertThat(RunningHub.status(0, new RuntimeException("boom"))).isEqualTo(1);
        assertThat(RunningHub.status(1, null)).isEqualTo(1);
        assertThat(RunningHub.status(0, null)).isZero();
    }

    @Test
    void whatTheSystemRefusesIsOneLineWithACode() {
        Throwable full =
                new UncheckedIOException(
                        new FileSystemException("full/disk", null, "No space left on device"));
        assertThat(RunningHub.inOneLine(new RuntimeException(full)))
                .startsWith("HUB-4215: full/disk: No space left on device");
        Throwable away = new SQLException("Connection to db:5432\nrefused", "08001");
        assertThat(RunningHub.inOneLine(new RuntimeException(away)))
                .startsWith("HUB-4216: ")
                .contains("Connection to db:5432 | refused")
                .hasLineCount(1);
    }

    @Test
    void aPortThatIsTakenIsToldBeforeAnythingIsStarted() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Map<String, String> environment =
                    Map.of(
                            "HUB_HTTP_PORT",
                            "0",
                            "HUB_MANAGEMENT_PORT",
                            String.valueOf(taken.getLocalPort()));
            HubEnvironment around = new HubEnvironment(environment, Path.of("/none"), Path.of(""));
            assertThatThrownBy(() -> new RunningHub(around).serve())
                    .hasMessageStartingWith("HUB-4214: port " + taken.getLocalPort())
                    .hasMessageContaining("HUB_MANAGEMENT_PORT");
        }
    }

    @Test
    void aHomeThatIsAFileIsToldInOneLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("home"), "");
        Map<String, String> environment =
                Map.of(
                        "HUB_HTTP_PORT", "0",
                        "HUB_MANAGEMENT_PORT", "0",
                        "HUB_HOME", file.resolve("below").toString());
        HubEnvironment around = new HubEnvironment(environment, folder, Path.of(""));
        assertThatThrownBy(() -> new RunningHub(around).serve())
                .hasMessageStartingWith("HUB-4204: ")
                .hasMessageContaining("lies below " + file);
    }

    @Test
    void anyOtherFailureShowsItsStack() {
        assertThat(RunningHub.inOneLine(new RuntimeException("boom")))
                .contains("boom")
                .contains("RunningHubTest");
    }
}
