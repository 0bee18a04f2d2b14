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
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// `hub reconcile`, as an operator sees it.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ReconcileCommandIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Two counties of Shanxi in which no other test has anybody.
    private static final String COUNTY = "140724";

    private static final String QUIET_COUNTY = "149973";

    @Inject ApiKeys keys;

    @TestHTTPResource URI hub = URI.create("http://localhost");
    @TempDir Path folder = Path.of(".");

    private String operator = "";

    /// What a command said.
    private record Said(int status, String out, String err) {}

    @BeforeEach
    void anOperator() throws IOException {
        String key = keys.issue(new Permission.Operator(), "test").await().atMost(PATIENCE).key();
        Path file = folder.resolve("operator.key");
        Files.writeString(file, key);
        operator = file.toString();
    }

    private RequestSpecification with(Permission grant) {
        String key = keys.issue(grant, "test").await().atMost(PATIENCE).key();
        return given().header("Authorization", "Bearer " + key);
    }

    private Said said(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all =
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--hub", hub.toString(), "--operator-key", operator))
                        .toArray(String[]::new);
        CommandLine line = HubMain.reporting(HubMain.commandLine(all));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int status = line.execute(all);
        return new Said(status, out.toString(), err.toString());
    }

    /// A teacher with a record of which the source says another figure than 16.00.
    private String plant() {
        RosterTeacher teacher = RosterTeacher.draw(new Random(), COUNTY);
        with(new Permission.Operator())
                .contentType("text/csv")
                .body(teacher.csv().getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
        String no = teacher.teacherNo();
        String record =
                """
                {"recordId":"%1$s-r","teacher":{"teacherNo":"%1$s","name":"王䶮"},\
                "program":{"name":"研修 %1$s"},"level":"PROVINCE","form":"CENTRALISED","hours":40,\
                "sourceCredits":13.33,"grade":"EXCELLENT","completedOn":"2023-05-01"}
                """
                        .formatted(no);
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
        return no;
    }

    @Test
    void whatIsOpenIsPrintedInThreeFormats() throws IOException {
        String no = plant();
        Said table = said("reconcile", "--county", COUNTY, "--year", "2022");
        assertThat(table.status()).as(table.err()).isEqualTo(1);
        assertThat(table.out()).contains("CREDIT", no, "16.00", "13.33");

        Said csv = said("reconcile", "--county", COUNTY, "--year", "2022", "--format", "csv");
        assertThat(csv.status()).isEqualTo(1);
        List<String> lines = csv.out().lines().toList();
        assertThat(lines.getFirst()).contains("代码 code", "含义 meaning", "承办人 assignee");
        assertThat(lines).filteredOn(line -> line.contains(no)).hasSize(1);

        Said json = said("reconcile", "--county", COUNTY, "--year", "2022", "--format", "json");
        assertThat(json.status()).isEqualTo(1);
        JsonNode told = new ObjectMapper().readTree(json.out());
        assertThat(told.path("run").path("state").asText()).isEqualTo("DONE");
        assertThat(told.path("breaks").findValuesAsText("teacherNo")).contains(no);
    }

    @Test
    void whereNothingIsOpenTheStatusIsZero() {
        Said quiet = said("reconcile", "--county", QUIET_COUNTY, "--year", "2022");
        assertThat(quiet.status()).as(quiet.err()).isZero();
        assertThat(quiet.out()).contains("no break is open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reconcile",
                "reconcile --county 140100",
                "reconcile --city 140105",
                "reconcile --province 140100",
                "reconcile --county 140105 --city 140100",
                "reconcile --county 140105 --year 22",
                "reconcile --county 140105 --format xml"
            })
    void aWrongCallIsStatusTwo(String call) {
        Said wrong = said(call.split(" "));
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).isNotEmpty();
    }
}
