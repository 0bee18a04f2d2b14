package io.credithub.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.feed.FileProblem;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the start refuses of the environment, told without a start.
final class CheckedSettingsTest {
    private static final Path CODE =
            Path.of(System.getProperty("hub.project", ".")).resolve("src/main/java");

    @TempDir private Path home = Path.of("");

    @Test
    void whatIsSetAsItShouldBeIsNoProblem() {
        assertThat(problems(Map.of())).isEmpty();
        Map<String, String> set =
                Map.of(
                        "HUB_WORK_BACKLOG_MAX", "100",
                        "HUB_HTTP_PORT", "8081",
                        "HUB_PROXY", "10.0.0.0/8",
                        "HUB_DB_URL", "postgresql://db:5432/hub",
                        "HUB_DB_USER", "hub",
                        "HUB_DB_PASSWORD", "secret",
                        "HUB_SERVICE_PORT_9000_TCP", "tcp://10.0.0.1:9000");
        assertThat(problems(set)).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "HUB_WORK_BACKLOG_MAX, many, HUB-4407",
        "HUB_WORK_SWEEP_EVERY, soon, HUB-4407",
        "HUB_QUESTIONS_AT_ONCE, few, HUB-4407",
        "HUB_API_BODY_LEAST_RATE, much, HUB-4407",
        "HUB_DB_ACQUIRE_WITHIN, soon, HUB-4407",
        "HUB_HTTP_PORT, eighty, HUB-4210",
        "HUB_DB_PORT, any, HUB-4210",
        "HUB_PROXY, proxy.example, HUB-4230",
        "HUB_TLS_CERT_FILE, /no/such/file, HUB-4223",
        "HUB_DB_URL, mysql://db/hub, HUB-4201",
        "HUB_DB_URL, postgresql://me@db/hub, HUB-4201"
    })
    void whatTheStartRefusesIsTold(String variable, String value, String code) {
        assertThat(problems(Map.of(variable, value)))
                .extracting(FileProblem::toString)
                .anySatisfy(told -> assertThat(told).contains(code).contains("fix:"));
    }

    @Test
    void anOpenKeyIsTold() throws IOException {
        Path key = Files.writeString(home.resolve("id.key"), "s3cr3t");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(problems(Map.of("HUB_HOME", home.toString())))
                .extracting(FileProblem::toString)
                .anySatisfy(told -> assertThat(told).contains("HUB-4229").doesNotContain("s3cr3t"));
    }

    @Test
    void everyInterfaceOfKeysIsLookedAt() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            List<String> annotated =
                    files.filter(CheckedSettingsTest::isMapping)
                            .map(file -> file.getFileName().toString().replace(".java", ""))
                            .toList();
            assertThat(CheckedSettings.MAPPINGS)
                    .allMatch(one -> one.isAnnotationPresent(ConfigMapping.class))
                    .extracting(Class::getSimpleName)
                    .containsExactlyInAnyOrderElementsOf(annotated);
        }
    }

    private static boolean isMapping(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && Files.readString(file).contains("\n@ConfigMapping(prefix = \"hub");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<FileProblem> problems(Map<String, String> environment) {
        return CheckedSettings.of(new HubEnvironment(environment, home, home));
    }
}
