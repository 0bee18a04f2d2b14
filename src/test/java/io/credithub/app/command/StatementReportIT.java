package io.credithub.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.app.command.CalledHub.Said;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole way: a record that is pushed stands in the statement that `hub report` puts down.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class StatementReportIT {
    private static final String COUNTY = "149964";

    @Inject ApiKeys keys;

    @TestHTTPResource URI hub = URI.create("http://localhost");
    @TempDir Path folder = Path.of(".");

    private Path reported(String... more) throws IOException {
        Path file = folder.resolve("statement");
        String[] all =
                Stream.concat(
                                Stream.of(
                                        "report", "statement", "--scope", COUNTY, "--year", "2022"),
                                Stream.concat(
                                        Stream.of(more),
                                        Stream.of("--force", "--out", file.toString())))
                        .toArray(String[]::new);
        Said made = CalledHub.in(folder, keys, hub).said(all);
        assertThat(made.status()).as(made.err()).isZero();
        return file;
    }

    @BeforeEach
    void aTeacherWithARecord() throws IOException {
        CalledHub.in(folder, keys, hub).post(COUNTY, "");
    }

    @Test
    void whatWasPushedIsInTheStatement() throws IOException {
        JsonNode said = new ObjectMapper().readTree(reported("--format", "json").toFile());
        assertThat(said.toString()).contains(COUNTY, "vendor-push", "16.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void itComesInOtherFormats(String format) throws IOException {
        byte[] file = Files.readAllBytes(reported("--format", format, "--language", "both"));
        assertThat(file.length).isGreaterThan(500);
        if (format.equals("xlsx")) assertThat(file).startsWith('P', 'K');
    }
}
