package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.IdProtection;
import io.credithub.flow.Sealing;
import io.credithub.security.IdVault;
import io.credithub.security.PayloadVault;
import io.credithub.store.DatabaseAccess.Login;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
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

    @BeforeAll
    static void aRegistryWithATeacherWhoIsToBeErased() throws Exception {
        Arrays.fill(KEY, (byte) 7);
        server = new DatabaseServer(database);
        CommandLine migrating =
                new CommandLine(new MigrateCommand(around(server.environmentOfTheOwner())));
        assertThat(migrating.setOut(new PrintWriter(new StringWriter())).execute()).isZero();
        Sealing.Key own = PayloadVault.of(KEY).own();
        update(
                "insert into sealing_key (id, fingerprint, hashing) values (?, ?, ?)",
                own.id(),
                own.fingerprint(),
                own.hashing());
        asBefore();
    }

    /// As the registry was before, in the way that an older backup has it.
    private static void asBefore() throws SQLException {
        IdProtection ids = IdVault.of(KEY);
        update("delete from erased_identity");
        update("delete from erasure");
        update("delete from teacher");
        update(
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
        update(
                """
                insert into erasure (teacher_id, reason, basis, asked_by)
                select id, '欧阳无痕 本人申请', '第四十七条', 'key' from teacher\
                """);
        update(
                """
                insert into reservation (id, teacher_id, cycle, credits, purpose, granted_by)
                select gen_random_uuid(), id, 2022, 100, 'TITLE', 'key' from teacher\
                """);
        assertThat(erase()).isEqualTo(1);
        assertThat(out.toString()).contains("\"hindrances\":[\"RESERVATION\"]");
        assertThat(name()).isEqualTo("欧阳无痕");
        update("delete from reservation");
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
        assertThat(erase("--admit", NUMBER)).as(err.toString()).isZero();
        asBefore();
        assertThat(erase()).as(err.toString()).isZero();
        assertThat(name()).isEqualTo("欧阳无痕");
    }

    private int erase(String... options) {
        return HubMain.reporting(
                        new CommandLine(new EraseCommand(around(server.environmentOfTheOwner()))))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(options);
    }

    private static Surroundings around(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HUB_HOME", home.toString());
        return new Surroundings(all, home, Path.of(""));
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static String name() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select name from teacher")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void update(String sql, Object... values) throws SQLException {
        try (Connection owner = owner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) statement.setObject(at + 1, values[at]);
            statement.executeUpdate();
        }
    }

    private static Connection owner() throws SQLException {
        Login login = server.access().owner();
        return DriverManager.getConnection(
                server.access().jdbcUrl(), login.user(), login.password());
    }
}
