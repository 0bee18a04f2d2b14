package io.credithub.app.owner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.credithub.app.DatabaseServer;
import io.credithub.app.HubMain;
import io.credithub.flow.teacher.Sealing;
import io.credithub.security.PayloadVault;
import io.credithub.testing.ApartFromOthers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `./hub key rotate-id` as an operator calls it: its status, what it says, and the files that it
/// leaves.
@ApartFromOthers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class KeyRotateIdCommandIT {
    private static final byte[] FIRST = new byte[32];
    private static final byte[] SEALED = "sealed".getBytes(UTF_8);
    private static final String PLACE = "chunk.payload/1/0";
    private static final int REFUSED = 3;

    @TempDir static Path database;
    @TempDir static Path home;
    private static DatabaseServer server;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void aRegistryThatIsSealedWithTheFirstKey() throws Exception {
        Arrays.fill(FIRST, (byte) 7);
        server = new DatabaseServer(database);
        server.migrate(home, FIRST);
        Sealing sealing = PayloadVault.of(FIRST);
        server.run(
                """
                insert into feed (code) values ('vendor-push');
                insert into delivery (feed_id, reference, sha256, bytes, charset, head, mapping_digest)
                values (1, 'r', sha256('r'), 6, 'UTF-8', '', 'm');
                """);
        server.update(
                """
                insert into chunk (delivery_id, chunk_no, first_position, records, payload, payload_key)
                values (1, 0, 0, 1, ?, ?)\
                """,
                sealing.seal(PLACE, SEALED),
                sealing.own().id());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void withoutAKeyThereIsNothingToRotate() {
        assertThat(rotate(Map.of())).isEqualTo(REFUSED);
        assertThat(err.toString()).startsWith("HUB-4108 there is no ").hasLineCount(1);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    @Order(2)
    void aKeyOfYoursIsNotDrawnForYou() {
        assertThat(rotate(Map.of("HUB_ID_KEY", text(new byte[32])))).isEqualTo(REFUSED);
        assertThat(err.toString()).startsWith("HUB-4107 ").hasLineCount(1);
    }

    @Test
    @Order(3)
    void anotherKeyThanTheRegistrysIsRefused() throws IOException {
        Files.writeString(home.resolve("id.key"), text(new byte[32]));
        assertThat(rotate(Map.of())).isEqualTo(REFUSED);
        assertThat(err.toString()).startsWith("HUB-4102: ").hasLineCount(1);
        assertThat(Files.readString(home.resolve("id.key"))).isEqualTo(text(new byte[32]));
        Files.delete(home.resolve("id.key.next"));
    }

    @Test
    @Order(4)
    void whileAHubSealsWithTheOldKeyTheStatusIsOne() throws Exception {
        Files.writeString(home.resolve("id.key"), text(FIRST));
        server.run(
                """
                create function as_before() returns trigger language plpgsql
                    as 'begin new.payload_key := old.payload_key; return new; end';
                create trigger as_before before update on chunk
                    for each row execute function as_before();
                """);
        assertThat(rotate(Map.of())).isEqualTo(1);
        assertThat(out.toString())
                .contains("{\"stillSealing\":" + PayloadVault.of(FIRST).key() + "}");
        assertThat(home.resolve("id.key.old")).as("opens what is not done yet").exists();
        server.run("drop trigger as_before on chunk");
        server.update("update chunk set payload = ?", PayloadVault.of(FIRST).seal(PLACE, SEALED));
    }

    @Test
    @Order(5)
    void calledAgainItGoesOnAndRetiresTheOldKey() throws Exception {
        int old = PayloadVault.of(FIRST).key();
        Path kept = home.resolve("id.key.retired-" + old);
        assertThat(rotate(Map.of())).isZero();
        byte[] current = key();
        int now = PayloadVault.of(current).key();
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"table\":\"chunk\",\"sealed\":1}",
                        "{\"key\":%d,\"retired\":%d,\"kept\":\"%s\"}".formatted(now, old, kept));
        assertThat(err.toString()).isEmpty();
        assertThat(Files.readString(kept).strip()).isEqualTo(text(FIRST));
        assertThat(home.resolve("id.key.old")).doesNotExist();
        assertThat(home.resolve("id.key.next")).doesNotExist();
        assertThat(PayloadVault.of(current).open(PLACE, payload())).isEqualTo(SEALED);
        assertThatIllegalStateException()
                .isThrownBy(() -> PayloadVault.of(FIRST).open(PLACE, payload()));
        assertThat(keys()).containsExactly(now);
    }

    @Test
    @Order(6)
    void keysOfYoursAreTakenFromTheirFilesAndLeftThere() throws Exception {
        byte[] second = key();
        byte[] third = new byte[32];
        Arrays.fill(third, (byte) 9);
        Path file = Files.writeString(home.resolve("third"), text(third) + "\n");
        int status =
                rotate(
                        Map.of(
                                "HUB_ID_KEY_FILE",
                                file.toString(),
                                "HUB_ID_OPENING_KEYS",
                                text(second)));
        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString())
                .doesNotContain("kept")
                .endsWith(
                        "{\"key\":%d,\"retired\":%d}\n"
                                .formatted(
                                        PayloadVault.of(third).key(),
                                        PayloadVault.of(second).key()));
        assertThat(key()).as("what the hub keeps itself stays").isEqualTo(second);
        assertThat(PayloadVault.of(third).open(PLACE, payload())).isEqualTo(SEALED);
    }

    private int rotate(Map<String, String> more) {
        return HubMain.reporting(
                        new CommandLine(
                                new KeyRotateIdCommand(server.ownersSurroundings(home, more))))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute();
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] key() throws IOException {
        return Base64.getDecoder().decode(Files.readString(home.resolve("id.key")).strip());
    }

    private static byte[] payload() throws SQLException {
        try (Connection owner = server.owner();
                ResultSet row = owner.createStatement().executeQuery("select payload from chunk")) {
            row.next();
            return row.getBytes(1);
        }
    }

    private static List<Integer> keys() throws SQLException {
        try (Connection owner = server.owner();
                ResultSet row =
                        owner.createStatement()
                                .executeQuery("select array_agg(id) from sealing_key")) {
            row.next();
            return Arrays.stream((Short[]) row.getArray(1).getArray())
                    .map(Short::intValue)
                    .toList();
        }
    }
}
