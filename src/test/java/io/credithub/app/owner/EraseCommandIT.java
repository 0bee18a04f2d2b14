package io.credithub.app.owner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.DatabaseServer;
import io.credithub.app.HubMain;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.security.IdVault;
import io.credithub.testing.ApartFromOthers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `./hub erase` as the owner of the database calls it: what stands against it, an older backup
/// that is restored, and who is admitted again.
@ApartFromOthers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EraseCommandIT {
    private static final byte[] KEY = new byte[32];
    private static final String NUMBER = "T140105000123";
    private static final int REFUSED = 3;

    @TempDir static Path database;
    @TempDir static Path home;
    private static DatabaseServer server;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private InputStream in = InputStream.nullInputStream();

    @BeforeAll
    static void aRegistryWithATeacherWhoIsToBeErased() throws Exception {
        Arrays.fill(KEY, (byte) 7);
        server = new DatabaseServer(database);
        server.migrate(home, KEY);
        asBefore();
    }

    /// As the registry was before, in the way that an older backup has it.
    private static void asBefore() throws SQLException {
        IdProtection ids = IdVault.of(KEY);
        server.update("delete from erased_identity");
        server.update("delete from erasure");
        server.update("delete from teacher");
        server.update(
                """
                insert into teacher (teacher_no, number_hash, name, division_code, status)
                values (?, ?, '欧阳无痕', '140105', 'ACTIVE')\
                """,
                NUMBER,
                ids.lookup(NUMBER));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void withoutTheRegistrysKeyNothingIsErased() throws IOException {
        assertThat(erase()).isEqualTo(REFUSED);
        assertThat(err.toString()).startsWith("HUB-4108 ").hasLineCount(1);
        Files.writeString(home.resolve("id.key"), text(new byte[32]));
        assertThat(erase()).isEqualTo(REFUSED);
        assertThat(err.toString()).contains("HUB-4102: ").hasLineCount(2);
        Files.writeString(home.resolve("id.key"), text(KEY));
    }

    @Test
    @Order(2)
    void whomNobodyAskedForStays() throws SQLException {
        assertThat(erase()).isZero();
        assertThat(out.toString()).isEqualTo("{\"hindered\":0,\"open\":0}\n");
        assertThat(name()).isEqualTo("欧阳无痕");
    }

    @Test
    @Order(3)
    void whatStandsAgainstItIsNamed() throws SQLException {
        server.update(
                """
                insert into erasure (teacher_id, reason, basis, asked_by)
                select id, '欧阳无痕 本人申请', '第四十七条', 'key' from teacher\
                """);
        server.update(
                """
                insert into reservation (id, teacher_id, cycle, credits, purpose, granted_by)
                select gen_random_uuid(), id, 2022, 100, 'TITLE', 'key' from teacher\
                """);
        assertThat(erase()).isEqualTo(1);
        assertThat(out.toString()).contains("\"hindrances\":[\"RESERVATION\"]");
        assertThat(name()).isEqualTo("欧阳无痕");
        server.update("delete from reservation");
    }

    @Test
    @Order(4)
    void thePersonGoesAndIsListedWithoutAName() throws Exception {
        assertThat(erase()).as(err.toString()).isZero();
        assertThat(out.toString()).contains("\"rows\":\"erased\"");
        assertThat(name()).isEqualTo("已注销 erased");
        assertThat(Files.readString(home.resolve("erasures.jsonl")))
                .contains(IdVault.of(KEY).lookup(NUMBER).toString(), "第四十七条")
                .doesNotContain(NUMBER, "欧阳");
    }

    @Test
    @Order(5)
    void whoIsThereAgainInAnOlderBackupIsErasedAgain() throws SQLException {
        asBefore();
        assertThat(name()).isEqualTo("欧阳无痕");
        assertThat(erase()).as(err.toString()).isZero();
        assertThat(name()).isEqualTo("已注销 erased");
    }

    @Test
    @Order(6)
    void whoIsAdmittedAgainIsNotErasedAgain() throws SQLException {
        assertThat(erase("--admit")).as("nobody is named").isEqualTo(CommandLine.ExitCode.USAGE);
        in = new ByteArrayInputStream((NUMBER + "\n").getBytes(UTF_8));
        assertThat(erase("--admit")).as(err.toString()).isZero();
        asBefore();
        assertThat(erase()).as(err.toString()).isZero();
        assertThat(name()).isEqualTo("欧阳无痕");
    }

    private int erase(String... options) {
        return HubMain.reporting(
                        new CommandLine(
                                new EraseCommand(server.ownersSurroundings(home, Map.of()), in)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(options);
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static String name() throws SQLException {
        try (Connection owner = server.owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select name from teacher")) {
            row.next();
            return row.getString(1);
        }
    }
}
