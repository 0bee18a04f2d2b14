package io.credithub.app.command;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.app.HubMain;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// The whole way: a record that is pushed stands in the statement that `hub report` puts down.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class StatementReportIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String COUNTY = "149964";

    @Inject ApiKeys keys;

    @TestHTTPResource URI hub = URI.create("http://localhost");
    @TempDir Path folder = Path.of(".");

    private RequestSpecification with(Permission grant) {
        return given().header("Authorization", "Bearer " + key(grant));
    }

    private String key(Permission grant) {
        return keys.issue(grant, "test").await().atMost(PATIENCE).key();
    }

    private void post() {
        RosterTeacher teacher = RosterTeacher.draw(new Random(), COUNTY);
        with(new Permission.Operator())
                .contentType("text/csv")
                .body(teacher.csv().getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
        String record =
                """
                {"recordId":"%1$s-r","teacher":{"teacherNo":"%1$s","name":"王䶮"},\
                "program":{"name":"研修 %1$s"},"level":"PROVINCE","form":"CENTRALISED","hours":40,\
                "grade":"EXCELLENT","completedOn":"2023-05-01"}
                """
                        .formatted(teacher.teacherNo());
        String location =
                with(new Permission.FeedPermission("vendor-push"))
                        .contentType("application/x-ndjson")
                        .body(record.getBytes(UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries")
                        .header("Location");
        Eventually.until(
                "posted",
                () ->
                        with(new Permission.Operator()).get(location).jsonPath().get("finishedAt")
                                != null);
    }

    private Path reported(String... more) throws IOException {
        Path keyFile = Files.writeString(folder.resolve("key"), key(new Permission.Operator()));
        Path file = folder.resolve("statement");
        String[] all =
                Stream.concat(
                                Stream.of(
                                        "report", "statement", "--scope", COUNTY, "--year", "2022"),
                                Stream.concat(
                                        Stream.of(more),
                                        Stream.of(
                                                "--force",
                                                "--out",
                                                file.toString(),
                                                "--hub",
                                                hub.toString(),
                                                "--operator-key",
                                                keyFile.toString())))
                        .toArray(String[]::new);
        StringWriter err = new StringWriter();
        CommandLine line = HubMain.reporting(HubMain.commandLine(all));
        line.setOut(new PrintWriter(new StringWriter()));
        line.setErr(new PrintWriter(err));
        assertThat(line.execute(all)).as(err.toString()).isZero();
        return file;
    }

    @Test
    void whatWasPushedIsInTheStatement() throws IOException {
        post();
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
