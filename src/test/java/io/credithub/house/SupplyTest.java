package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the build takes in is named exactly: the same today and tomorrow, or the build fails.
final class SupplyTest {
    private static final Path PROJECT = Path.of(System.getProperty("hub.project", "."));
    private static final Path POM = PROJECT.resolve("pom.xml");
    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);
    private static final String ASKS_FOR_A_DIGEST = "RUN printf";

    @Test
    void everyVersionIsPinned() throws IOException {
        assertThat(Pins.complaints(Files.readString(POM))).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ${fastcsv.version}                | 4.4.0        | version 4.4.0 is no property
                    ${fastcsv.version}                | ${slow.version} | slow.version is not said once
                    <fastcsv.version>4.4.0<           | <fastcsv.version>[4,5)<    | fastcsv.version is [4,5)
                    <fastcsv.version>4.4.0<           | <fastcsv.version>LATEST<   | fastcsv.version is LATEST
                    <fastcsv.version>4.4.0<           | <fastcsv.version>4.5-SNAPSHOT< | fastcsv.version is 4.5-SNAPSHOT
                    <version>${clean-plugin.version}</version> | '' | org.apache.maven.plugins:maven-clean-plugin has no version
                    <build>                           | <repositories><repository/></repositories><build> | repository is named
                    """)
    void aLooseVersionIsSeen(String pinned, String loose, String complaint) throws IOException {
        String pom = Files.readString(POM);
        assertThat(pom).contains(pinned);
        assertThat(Pins.complaints(pom.replace(pinned, loose))).contains(complaint);
    }

    @Test
    void mavenItselfIsKnownByItsDigest() throws IOException {
        Properties wrapper = new Properties();
        try (var lines =
                Files.newBufferedReader(PROJECT.resolve(".mvn/wrapper/maven-wrapper.properties"))) {
            wrapper.load(lines);
        }
        assertThat(wrapper.getProperty("distributionUrl"))
                .matches("https://.*/apache-maven-[0-9.]+-bin\\.zip");
        assertThat(wrapper.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
        assertThat(Files.readString(PROJECT.resolve("mvnw"))).contains("sha256sum -c");
    }

    @Test
    void theImageHasNoBaseOfItsOwnAccord() throws IOException {
        assertThat(containerfile())
                .filteredOn(line -> line.startsWith("FROM ") || line.startsWith("ARG "))
                .containsExactly("ARG BASE_IMAGE", "FROM ${BASE_IMAGE}", "ARG BASE_IMAGE");
    }

    /// The step of the Containerfile itself is run, as the image's shell would.
    @ParameterizedTest(name = "{0}{1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    registry.example/temurin:25-jre | digest            | true
                    registry.example/temurin        | digest            | true
                    registry.example/temurin:25-jre | ''                | false
                    registry.example/temurin:25-jre | @sha256:0123      | false
                    registry.example/temurin:25-jre | @sha256:          | false
                    ''                              | ''                | false
                    """)
    void aBaseWithoutItsDigestIsRefused(String name, String digest, boolean isTaken)
            throws Exception {
        String step =
                containerfile().stream()
                        .filter(line -> line.startsWith(ASKS_FOR_A_DIGEST))
                        .findFirst()
                        .orElseThrow()
                        .substring("RUN ".length());
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", step).redirectErrorStream(true);
        shell.environment().put("BASE_IMAGE", name + digest.replace("digest", DIGEST));
        Process process = shell.start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue() == 0).isEqualTo(isTaken);
    }

    @Test
    void theImageRunsAsNobodyAndBringsItsBill() throws IOException {
        assertThat(containerfile())
                .contains(
                        "USER 10001:10001",
                        "COPY target/quarkus-run-cyclonedx.json credit-hub-bom.json",
                        "COPY LICENSE docs/licences.md ./")
                .noneMatch(line -> line.startsWith("ADD "));
    }

    @Test
    void theImageTakesTheServerAndNothingThatStandsApart() throws IOException {
        assertThat(containerfile())
                .filteredOn(line -> line.startsWith("COPY "))
                .containsExactly(
                        "COPY target/quarkus-app/ app/",
                        "COPY routes/ routes/",
                        "COPY mappings/ mappings/",
                        "COPY target/quarkus-run-cyclonedx.json credit-hub-bom.json",
                        "COPY LICENSE docs/licences.md ./",
                        "COPY target/report-font/ /usr/local/share/fonts/credit-hub/")
                .noneMatch(line -> line.contains("apart"));
    }

    private static List<String> containerfile() throws IOException {
        return Files.readAllLines(PROJECT.resolve("k8s/Containerfile"));
    }
}
