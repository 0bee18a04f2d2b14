package io.credithub.app.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.app.HubMain;
import io.credithub.app.owner.KeyRecoverCommand;
import io.credithub.app.start.HubEnvironment;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// `hub key`, as an operator sees it.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class KeyCommandIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject ApiKeys keys;
    @Inject KeyStore store;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl = "";

    @ConfigProperty(name = "quarkus.flyway.username")
    String ownerName = "";

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword = "";

    @TestHTTPResource URI hub = URI.create("http://localhost");
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String operatorKey = "";

    @BeforeEach
    void anOperator() throws IOException {
        operatorKey = keys.issue(new Permission.Operator(), "it").await().atMost(PATIENCE).key();
        Files.writeString(folder.resolve("operator.key"), operatorKey + "\n");
    }

    @Test
    void aFeedsKeyIsMadeListedAndTakenBack() throws IOException {
        JsonNode made =
                JSON.readTree(
                        said("issue --role feed --feed vendor-push --label vendor".split(" ")));
        String id = made.get("id").asText();
        String key = made.get("key").asText();
        assertThat(listed(id))
                .hasToString(
                        ("{\"id\":\"%s\",\"label\":\"vendor\",\"role\":\"FEED\","
                                        + "\"feed\":\"vendor-push\",\"revoked\":false}")
                                .formatted(id));
        assertThat(opens(key)).isTrue();
        assertThat(said("revoke", id)).isEmpty();
        assertThat(opens(key)).isFalse();
        assertThat(listed(id).get("revoked").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "--expires {0} is {1} s from now")
    @CsvSource({"90d, 7776000", "12h, 43200", "30m, 1800"})
    void aKeyEndsWhenItIsToldTo(String when, long seconds) throws IOException {
        Instant before = Instant.now();
        JsonNode made =
                JSON.readTree(
                        said(("issue --role operator --label brief --expires " + when).split(" ")));
        Instant end = Instant.parse(made.get("expiresAt").asText());
        assertThat(end.minusSeconds(seconds)).isBetween(before.minusMillis(1), Instant.now());
        assertThat(listed(made.get("id").asText()).get("expiresAt").asText())
                .isEqualTo(made.get("expiresAt").asText());
    }

    @Test
    void aReadersKeyIsForItsDivision() throws IOException {
        JsonNode made =
                JSON.readTree(said("issue --role reader --division 140100 --label 太原".split(" ")));
        JsonNode listed = listed(made.get("id").asText());
        assertThat(listed.get("role").asText()).isEqualTo("READER");
        assertThat(listed.get("division").asText()).isEqualTo("140100");
        assertThat(listed.get("label").asText()).isEqualTo("太原");
    }

    @Test
    void aRegistrarsAndASchoolsKeySayWhere() throws IOException {
        String registrar = "issue --role registrar --division 140105 --label 小店区";
        String school = "issue --role school --school S-1 --division 140105 --label 一中";
        JsonNode office = listed(JSON.readTree(said(registrar.split(" "))).get("id").asText());
        JsonNode own = listed(JSON.readTree(said(school.split(" "))).get("id").asText());
        assertThat(office.get("role").asText()).isEqualTo("REGISTRAR");
        assertThat(office.get("division").asText()).isEqualTo("140105");
        assertThat(office.has("school")).isFalse();
        assertThat(own.get("role").asText()).isEqualTo("SCHOOL");
        assertThat(own.get("division").asText()).isEqualTo("140105");
        assertThat(own.get("school").asText()).isEqualTo("S-1");
    }

    @Test
    void whatTheHubStoresOfAKeyIsNeverShown() throws IOException {
        String key =
                JSON.readTree(said("issue --role operator --label x".split(" ")))
                        .get("key")
                        .asText();
        String list = said("list");
        assertThat(list).doesNotContain(key.substring(key.lastIndexOf('_') + 1));
        assertThat(list).doesNotContain(operatorKey.substring(operatorKey.lastIndexOf('_') + 1));
        for (KeyStore.Stored stored : store.all().await().atMost(PATIENCE)) {
            assertThat(list)
                    .contains(stored.id())
                    .doesNotContain(HexFormat.of().formatHex(stored.secretHash()));
        }
    }

    @ParameterizedTest(name = "hub key {0} is a wrong call: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    issue --label x                                         | --role
                    issue --role reader --division 140000                   | --label
                    issue --role king --label x                             | king
                    issue --role feed --label x                             | --feed is missing
                    issue --role reader --label x                           | --division is missing
                    issue --role operator --feed vendor-push --label x      | --feed goes with
                    issue --role registrar --label x                        | --division is missing
                    issue --role school --division 140105 --label x         | --school is missing
                    issue --role reader --division 140105 --school S --label x | --school goes with
                    issue --role feed --feed nowhere --label x              | --feed nowhere
                    issue --role reader --division 14 --label x             | --division 14
                    issue --role operator --label x --expires soon          | --expires must be like 90d
                    issue --role operator --label x --expires 0d            | --expires must be like 90d
                    issue --role operator --label x --expires 999999d       | --expiresAt 4764
                    issue --role operator --label x --expires 2020-01-01T00:00:00Z | --expiresAt 2020
                    revoke xyz                                              | ID must be 12 hex
                    revoke                                                  | ID
                    list --all                                              | --all
                    """)
    void aWrongCallEndsWithTwoAndIsNamed(String arguments, String named) {
        int before = known();
        assertThat(run(folder.resolve("operator.key"), arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(named).doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
        assertThat(known()).isEqualTo(before);
    }

    @Test
    void aKeyThatNobodyHasCannotBeTakenBack() {
        assertThat(run(folder.resolve("operator.key"), "revoke", "0123456789ab")).isEqualTo(1);
        assertThat(err.toString()).startsWith("HUB-5003: ").hasLineCount(1);
    }

    @Test
    void whoIsNoOperatorIsRefused() throws IOException {
        String reader =
                keys.issue(new Permission.FeedPermission("vendor-push"), "it")
                        .await()
                        .atMost(PATIENCE)
                        .key();
        Path file = Files.writeString(folder.resolve("feed.key"), reader);
        assertThat(run(file, "list")).isEqualTo(1);
        assertThat(err.toString()).startsWith("HUB-5002: ").doesNotContain(reader);
    }

    @Test
    void withoutAnOperatorsKeyTheFileIsNamed() {
        Path absent = folder.resolve("absent.key");
        assertThat(run(absent, "list")).isEqualTo(1);
        assertThat(err.toString()).contains(absent.toString()).hasLineCount(1);
    }

    @Test
    void aKeyIsNotSentWhereItCanBeReadOnTheWay() {
        hub = URI.create("http://hub.example:8080");
        assertThat(run(folder.resolve("operator.key"), "list")).isEqualTo(2);
        assertThat(err.toString()).contains("--hub must be https").doesNotContain(operatorKey);
    }

    @Test
    void whereNoHubAnswersTheAddressIsNamed() {
        hub = URI.create("http://localhost:1");
        assertThat(run(folder.resolve("operator.key"), "list")).isEqualTo(1);
        assertThat(err.toString())
                .contains("http://localhost:1")
                .doesNotContain(operatorKey)
                .hasLineCount(1);
    }

    @Test
    void aLostOperatorsKeyIsRecoveredFromTheDatabaseWhileTheHubRuns() throws IOException {
        JsonNode made = JSON.readTree(recovered(0, "--by", "李工", "--reason", "disk lost"));
        assertThat(opens(made.get("key").asText())).isTrue();
        assertThat(opens(operatorKey)).as("nothing is taken back unasked").isTrue();
        assertThat(listed(made.get("id").asText()).get("label").asText())
                .isEqualTo("operator, recovered by 李工: disk lost");
        given().header("X-Api-Key", operatorKey)
                .queryParam("operation", "hub key recover")
                .get(hub.resolve("/api/v1/audit"))
                .then()
                .body("items.target", hasItem("key=" + made.get("id").asText()));
    }

    @Test
    void aRecoveredKeyGoesIntoAFileForItsUserAlone() throws IOException {
        Path file = folder.resolve("recovered.key");
        assertThat(recovered(0, "--file", file.toString())).doesNotContain("hub_");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(opens(Files.readString(file).strip())).isTrue();
        recovered(2, "--file", file.toString());
        assertThat(err.toString()).contains("is there");
    }

    @Test
    void withoutTheOwnersPasswordNothingIsRecovered() {
        err.getBuffer().setLength(0);
        recover(owner("wrong"), "--file", folder.resolve("none.key").toString());
        assertThat(err.toString()).startsWith("HUB-4216: ").hasLineCount(1);
        assertThat(folder.resolve("none.key")).doesNotExist();
    }

    private String recovered(int status, String... options) {
        out.getBuffer().setLength(0);
        assertThat(recover(owner(ownerPassword), options)).as(err.toString()).isEqualTo(status);
        return out.toString();
    }

    private int recover(Map<String, String> environment, String... options) {
        HubEnvironment around = new HubEnvironment(environment, folder, Path.of(""));
        return new CommandLine(new KeyRecoverCommand(around))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println(failure.getMessage());
                    return 3;
                })
                .execute(options);
    }

    private Map<String, String> owner(String password) {
        return Map.of(
                "HUB_DB_URL", databaseUrl.replaceFirst("[?].*", ""),
                "HUB_DB_OWNER", ownerName,
                "HUB_DB_OWNER_PASSWORD", password);
    }

    private JsonNode listed(String id) throws IOException {
        for (String line : said("list").lines().toList()) {
            JsonNode key = JSON.readTree(line);
            if (key.get("id").asText().equals(id)) return key;
        }
        throw new AssertionError("not listed: " + id);
    }

    /// Of a call that is done.
    @Test
    void whereTheHubIsMayBeSaidBehindTheCommandToo() {
        Path key = folder.resolve("operator.key");
        String[] behind = {
            "key", "list", "--hub", hub.toString(), "--operator-key", key.toString()
        };
        CommandLine command = HubMain.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        assertThat(command.execute(behind)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("OPERATOR");
    }

    private String said(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(folder.resolve("operator.key"), arguments)).as(err.toString()).isZero();
        return out.toString();
    }

    private int run(Path keyFile, String... arguments) {
        List<String> line = new ArrayList<>(List.of("key", "--hub", hub.toString()));
        line.addAll(List.of("--operator-key", keyFile.toString()));
        line.addAll(List.of(arguments));
        CommandLine command = HubMain.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(line.toArray(String[]::new));
    }

    private int known() {
        return store.all().await().atMost(PATIENCE).size();
    }

    /// Whether the hub knows its holder: a feed's key is forbidden where an unknown one is refused.
    private static boolean opens(String key) {
        int status = given().header("X-Api-Key", key).get("/api/v1/keys").statusCode();
        return status == 403 || status == 200;
    }
}
