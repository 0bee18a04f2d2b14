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
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `hub reconcile`, as an operator sees it.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ReconcileCommandIT {
    /// Two counties of Shanxi in which no other test has anybody.
    private static final String COUNTY = "140724";

    private static final String QUIET_COUNTY = "149973";

    @Inject ApiKeys keys;

    @TestHTTPResource URI hub = URI.create("http://localhost");
    @TempDir Path folder = Path.of(".");

    private Said said(String... arguments) throws IOException {
        return CalledHub.in(folder, keys, hub).said(arguments);
    }

    @Test
    void whatIsOpenIsPrintedInThreeFormats() throws IOException {
        String no = CalledHub.in(folder, keys, hub).post(COUNTY, "\"sourceCredits\":13.33,");
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
    void whereNothingIsOpenTheStatusIsZero() throws IOException {
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
    void aWrongCallIsStatusTwo(String call) throws IOException {
        Said wrong = said(call.split(" "));
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).isNotEmpty();
    }
}
