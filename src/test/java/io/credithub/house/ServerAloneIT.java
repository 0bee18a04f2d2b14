package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.command.ApartCommand;
import io.credithub.testing.ApartFromOthers;
import io.credithub.testing.BuiltHub;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The server as its image has it: without the demo, the bench and the torture.
@ApartFromOthers
final class ServerAloneIT {
    private static final Path BUILT =
            Path.of(System.getProperty("hub.project", "."), "target/quarkus-app");

    @Test
    void nothingThatStandsApartIsInTheBuiltServer() throws IOException {
        List<String> names = namesOfTheServer();
        assertThat(names).contains("io/credithub/app/HubMain.class");
        assertThat(names).filteredOn(ServerAloneIT::standsApart).isEmpty();
    }

    @Test
    void theServerStartsAndAnswersWithoutIt(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws Exception {
        BuiltHub.noteQuickStart(Files.createDirectories(folder.resolve("quick")));
        try (BuiltHub hub = new BuiltHub(folder.resolve("home"));
                HttpClient http = HttpClient.newHttpClient()) {
            hub.start();
            HttpResponse<String> about =
                    http.send(
                            HttpRequest.newBuilder(hub.address().resolve("/about")).build(),
                            BodyHandlers.ofString());
            assertThat(about.statusCode()).isEqualTo(200);
            assertThat(about.body()).contains("\"demo\":false");
            hub.stop();
        }
    }

    @Test
    void theServerOffersNoCommandThatItDoesNotHave() throws IOException, InterruptedException {
        Process help =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Dfile.encoding=UTF-8",
                                "-jar",
                                BUILT.resolve("quarkus-run.jar").toString(),
                                "--help")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(help.waitFor()).as(said).isZero();
        assertThat(said).contains("\n  serve ").doesNotContain("demo", "bench", "torture");
    }

    private static boolean standsApart(String name) {
        return FloorPlan.APART.stream()
                        .anyMatch(room -> name.startsWith("io/credithub/" + room + "/"))
                || name.startsWith("demo/")
                || name.equals("META-INF/services/" + ApartCommand.class.getName());
    }

    private static List<String> namesOfTheServer() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(BUILT)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jar")).toList()) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    jar.stream().map(ZipEntry::getName).forEach(names::add);
                }
            }
        }
        return names;
    }
}
