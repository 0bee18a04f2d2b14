package io.credithub.store.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.store.server.DatabaseAccess.Login;
import io.credithub.testing.ApartFromOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One folder for all: unpacking and laying out a cluster takes seconds, and a folder that has seen
/// a few crashes is the better test.
@ApartFromOthers
final class EmbeddedPostgresIT {
    private static final PostgresSettings SMALL = new PostgresSettings(0, 16);

    @TempDir static Path home;

    @AfterAll
    static void nothingIsLeftRunning() throws IOException {
        assertThat(PostmasterFile.read(home.resolve("data"))).isEmpty();
    }

    @Test
    void whatWasWrittenIsThereAfterAStop() throws SQLException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home, SMALL)) {
            assertThat(first.isAdopted()).isFalse();
            run(first, "create table if not exists kept as select 42 as answer");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(home, SMALL)) {
            assertThat(ask(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aServerWhoseHubWasKilledIsAdopted() throws IOException, SQLException {
        int port = PostgresFolder.under(home).start(SMALL);
        try (EmbeddedPostgres adopted = EmbeddedPostgres.start(home, SMALL)) {
            assertThat(adopted.isAdopted()).isTrue();
            assertThat(adopted.access().port()).isEqualTo(port);
            assertThat(ask(adopted, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void aKilledServerIsStartedAndRecovers() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(home, SMALL);
        run(killed, "create table if not exists survived as select 7 as answer");
        long pid = PostmasterFile.read(home.resolve("data")).orElseThrow().pid();
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        killed.forget();
        try (EmbeddedPostgres again = EmbeddedPostgres.start(home, SMALL)) {
            assertThat(again.isAdopted()).isFalse();
            assertThat(ask(again, "select answer from survived")).isEqualTo("7");
        }
    }

    @Test
    void aFileThatADeadServerLeftIsNoHindrance() throws IOException, SQLException {
        EmbeddedPostgres.start(home, SMALL).close();
        long ours = ProcessHandle.current().pid(); // lives, and is no PostgreSQL
        Files.writeString(
                home.resolve("data/postmaster.pid"),
                ours + "\n/x\n1\n5432\n\n127.0.0.1\n1\nready\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, SMALL)) {
            assertThat(postgres.isAdopted()).isFalse();
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderHasOneHubAtATime() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home, SMALL)) {
            assertThat(first.access().port()).isPositive();
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, SMALL))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("HUB-4205: another hub uses the data folder " + home);
        }
    }

    @Test
    void theApplicationOwnsNothingAndThePasswordsAreOurs() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, SMALL)) {
            assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThatThrownBy(() -> runAs(postgres.access().app(), postgres, "create table t ()"))
                    .hasMessageContaining("permission denied");
            Login stranger = new Login("hub_app", "wrong");
            assertThatThrownBy(() -> runAs(stranger, postgres, "select 1"))
                    .hasMessageContaining("authentication failed");
        }
        Path passwords = home.resolve("passwords.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                .isEqualTo("rw-------");
    }

    @Test
    void theFolderIsClosedToOthers() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        EmbeddedPostgres.start(home, SMALL).close();
        assertThat(Files.getPosixFilePermissions(home))
                .doesNotContain(PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_READ);
    }

    @Test
    void aClusterOfAnotherVersionIsRefused() throws IOException {
        EmbeddedPostgres.start(home, SMALL).close();
        Path version = home.resolve("data/PG_VERSION");
        String right = Files.readString(version);
        Files.writeString(version, "9\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home, SMALL))
                .hasMessageStartingWith("HUB-4207: the data folder " + home);
        Files.writeString(version, right);
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        runAs(postgres.access().owner(), postgres, sql);
    }

    private static void runAs(Login login, EmbeddedPostgres postgres, String sql)
            throws SQLException {
        try (Connection connection = connect(login, postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = connect(postgres.access().owner(), postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Login login, EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.access().jdbcUrl(), login.user(), login.password());
    }
}
