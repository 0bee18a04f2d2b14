package io.credithub.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.command.CalledHub.Said;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `hub report`, as somebody at an office sees it.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SampledReports.Sampled.class)
final class ReportCommandIT {
    private static final String COUNTY = "140722";

    @Inject ApiKeys keys;

    @TestHTTPResource URI hub = URI.create("http://localhost");
    @TempDir Path folder = Path.of(".");

    private Said said(String... arguments) throws IOException {
        return CalledHub.in(folder, keys, hub).said(arguments);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void withoutANameItListsWhatThereIs() throws IOException {
        Said listed = said("report");
        assertThat(listed.status()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("statement", "学年对账表", "html | xlsx", "--term");
    }

    @Test
    void theFileIsWhatTheHubMadeAndNothingIsLeftBesideIt()
            throws IOException, NoSuchAlgorithmException {
        Path file = folder.resolve("对账.csv");
        Said made = said("report", "statement", "--scope", COUNTY, "--out", file.toString());
        assertThat(made.status()).as(made.err()).isZero();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(made.out())
                .contains(file.toString(), "SHA-256 " + HexFormat.of().formatHex(digest));
        assertThat(Files.readString(file)).contains("教师编号");
        assertThat(left()).containsExactly("operator.key", "对账.csv");
    }

    @Test
    void aMomentThatHasPassedIsAskedFor() throws IOException {
        Path file = folder.resolve("then.csv");
        String then = Instant.now().toString();
        Said made =
                said("report", "statement", "--as-of", then, "--out", file.toString(), "--force");
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(file).exists();
    }

    @Test
    void whatIsThereIsNotReplacedUnlessItIsSaid() throws IOException {
        Path file = folder.resolve("there.json");
        Files.write(file, "mine".getBytes(UTF_8));
        Said refused = said("report", "statement", "--scope", COUNTY, "--out", file.toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("--force");
        assertThat(file).hasContent("mine");
        Said forced =
                said("report", "statement", "--scope", COUNTY, "--out", file.toString(), "--force");
        assertThat(forced.status()).as(forced.err()).isZero();
        assertThat(Files.readString(file)).startsWith("{");
    }

    @Test
    void aWrongCallIsToldWithWhatIsRight() throws IOException {
        Said unknown = said("report", "colours", "--format", "csv");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("statement");
        Said format = said("report", "statement", "--format", "doc");
        assertThat(format.status()).isEqualTo(2);
        assertThat(format.err()).contains("xlsx");
        Said term = said("report", "statement", "--format", "csv", "--term", "colour=red");
        assertThat(term.status()).isEqualTo(2);
        assertThat(term.err()).contains("school");
        Said tocome = said("report", "statement", "--format", "csv", "--as-of", "2999-01-01");
        assertThat(tocome.status()).isEqualTo(2);
        assertThat(tocome.err()).contains("asOf");
    }

    @Test
    void whereNothingCanBeWrittenOneLineSaysSo() throws IOException {
        Path nowhere = folder.resolve("no/such/folder/x.csv");
        Said said = said("report", "statement", "--scope", COUNTY, "--out", nowhere.toString());
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err().lines().toList()).last().asString().contains(nowhere.toString());
    }
}
