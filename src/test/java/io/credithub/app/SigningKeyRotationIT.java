package io.credithub.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.command.VerifyCommand;
import io.credithub.app.owner.KeyRotateSignCommand;
import io.credithub.app.owner.KeyStrikeSignCommand;
import io.credithub.app.start.HubEnvironment;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The signing key is rotated under a running hub, and one that was stolen is struck off.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class SigningKeyRotationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject ApiKeys keys;

    @ConfigProperty(name = "hub.home")
    Path home = Path.of("");

    @TempDir Path folder;

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), "140105");

    /// A certificate and its verification code.
    private record Paper(String number, String code, String kid) {}

    @BeforeEach
    void aTeacher() {
        operator()
                .contentType("text/csv")
                .body(teacher.csv().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    @Test
    void whatAStolenKeySignedDoesNotHoldAndAllElseDoes() throws IOException {
        Paper before = issue();
        rotate();
        Paper stolen = issued(before.kid());
        rotate();
        assertThat(run(new KeyStrikeSignCommand(around()), stolen.kid(), "--reason", "theft"))
                .startsWith("0 ")
                .contains("\"struck\":true,\"certificates\":0");
        Paper since = issued(stolen.kid());
        assertThat(run(new KeyStrikeSignCommand(around()), stolen.kid(), "--reason", "again"))
                .startsWith("1 ");

        assertThat(status(before)).isEqualTo("VALID");
        assertThat(status(stolen)).as("signed before it was stolen").isEqualTo("VALID");
        assertThat(status(since)).isEqualTo("VALID");
        assertThat(verified(stolen)).startsWith("1 ").contains("struck off").contains("theft");
        assertThat(verified(before)).startsWith("0 ");
        assertThat(verified(since)).startsWith("0 ");
    }

    @Test
    void fromTheMomentThatIsStatedNothingOfItHolds() throws IOException {
        Paper first = issue();
        rotate();
        Paper stolen = issued(first.kid());
        rotate();
        assertThat(
                        run(
                                new KeyStrikeSignCommand(around()),
                                stolen.kid(),
                                "--reason",
                                "theft",
                                "--since",
                                "2020-01-01T00:00:00+08:00"))
                .contains("\"certificates\":1");
        assertThat(status(stolen)).isEqualTo("STRUCK_OFF");
        assertThat(status(first)).isEqualTo("VALID");
        JsonPath published = given().get("/api/v1/certificates/keys").jsonPath();
        String one = "keys.find { it.kid == '%s' }".formatted(stolen.kid());
        assertThat(published.getString(one + ".struckSince")).isEqualTo("2019-12-31T16:00:00Z");
        assertThat(published.getString(one + ".struckReason")).isEqualTo("theft");
        assertThat(status(issued(stolen.kid()))).as("given a new one").isEqualTo("VALID");
    }

    private void rotate() {
        assertThat(run(new KeyRotateSignCommand(around()))).startsWith("0 ").contains("\"key\"");
    }

    /// Once another key signs.
    private Paper issued(String notBy) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Paper paper = issue();
        while (paper.kid().equals(notBy)) {
            assertThat(System.nanoTime()).as("the new key signs in time").isLessThan(deadline);
            paper = issue();
        }
        return paper;
    }

    private Paper issue() {
        JsonPath issued =
                operator()
                        .contentType("application/json")
                        .body("{\"cycle\":2022,\"purpose\":\"TITLE\"}")
                        .post("/api/v1/teachers/" + teacher.teacherNo() + "/certificates")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        String code = issued.getString("code");
        String header =
                new String(
                        Base64.getUrlDecoder().decode(code.split("\\.")[0]),
                        StandardCharsets.UTF_8);
        String kid = JsonPath.from(header).getString("kid");
        return new Paper(issued.getString("number"), code, kid);
    }

    private String status(Paper paper) {
        return operator()
                .get("/api/v1/teachers/" + teacher.teacherNo() + "/certificates/" + paper.number())
                .jsonPath()
                .getString("status");
    }

    /// Offline, with the list of keys as it is published.
    private String verified(Paper paper) throws IOException {
        Path list = folder.resolve("keys.json");
        String published = given().get("/api/v1/certificates/keys").then().extract().asString();
        Files.writeString(list, published);
        VerifyCommand verify = new VerifyCommand(new ByteArrayInputStream(new byte[0]));
        return run(verify, "--keys", list.toString(), paper.code());
    }

    private String run(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        int status = new CommandLine(command).setOut(new PrintWriter(out, true)).execute(arguments);
        return status + " " + out;
    }

    private HubEnvironment around() {
        Map<String, String> environment = Map.of("HUB_HOME", home.toString());
        return new HubEnvironment(environment, home, Path.of("."));
    }

    private RequestSpecification operator() {
        String key = keys.issue(new Permission.Operator(), "test").await().atMost(PATIENCE).key();
        return given().header("Authorization", "Bearer " + key);
    }
}
