package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.store.server.CannotStart;
import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.PostgresFolder;
import io.credithub.store.server.PostgresSettings;
import io.credithub.store.server.PostmasterFile;
import io.credithub.testing.ApartFromOthers;
import io.credithub.testing.LaidOutHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An embedded server that dies while its hub lives, and a folder that is copied, linked or moved.
@ApartFromOthers
final class PostgresRevivalIT {
    private static final PostgresSettings SMALL = new PostgresSettings(0, 16);
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @TempDir static Path room;

    @Test
    void aServerThatIsKilledComesBackAtItsAddress() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home("killed"), SMALL)) {
            Told told = new Told();
            postgres.watch(told);
            run(postgres, "create table kept as select 7 as answer");
            for (int time = 0; time < 2; time++) {
                postmaster(home("killed")).destroyForcibly();
                assertThat(told.next()).isEqualTo("died");
                assertThat(told.next()).isEqualTo("restarted");
                assertThat(ask(postgres, "select answer from kept")).isEqualTo("7");
            }
        }
        assertThat(PostmasterFile.read(home("killed").resolve("data"))).isEmpty();
    }

    @Test
    void aServerThatSomebodyStopsComesBack() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home("stopped"), SMALL)) {
            Told told = new Told();
            postgres.watch(told);
            PostgresFolder.under(home("stopped")).stop();
            assertThat(told.next()).isEqualTo("died");
            assertThat(told.next()).isEqualTo("restarted");
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatCannotComeBackIsGivenUp() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home("lost"), SMALL)) {
            Told told = new Told();
            postgres.watch(told);
            Path control = home("lost").resolve("data/global/pg_control");
            Files.move(control, control.resolveSibling("pg_control.away"));
            postmaster(home("lost")).destroyForcibly();
            assertThat(told.last()).startsWith("lost HUB-4221");
        }
    }

    @Test
    void aCopyBesideTheRunningOriginalHasAServerOfItsOwn() throws Exception {
        Path original = home("original");
        Path copy = room.resolve("copy");
        try (EmbeddedPostgres first = EmbeddedPostgres.start(original, SMALL)) {
            run(first, "create table owner_is as select 'original' as name");
            copy(original, copy);
            assertThat(copy.resolve("data/postmaster.pid")).exists();
            assertThat(EmbeddedPostgres.running(copy)).isEmpty();
            try (EmbeddedPostgres second = EmbeddedPostgres.start(copy, SMALL)) {
                assertThat(second.isAdopted()).isFalse();
                assertThat(second.access().port()).isNotEqualTo(first.access().port());
                run(second, "update owner_is set name = 'copy'");
            }
            assertThat(ask(first, "select name from owner_is")).isEqualTo("original");
            assertThat(EmbeddedPostgres.running(original)).isPresent();
        }
        assertThat(copy.resolve("data/postmaster.pid.aside")).exists();
    }

    @Test
    void aFolderByAnotherNameIsTheSameFolder() throws Exception {
        Path linked = Files.createSymbolicLink(room.resolve("link"), home("linked"));
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home("linked"), SMALL)) {
            assertThat(EmbeddedPostgres.running(linked)).contains(first.access());
            assertThat(startFailure(linked)).startsWith("HUB-4205: another hub uses the data");
        }
    }

    @Test
    void aFolderThatIsMovedUnderTheHubEndsItAndItsServer() throws Exception {
        Path home = home("moved");
        EmbeddedPostgres postgres = EmbeddedPostgres.start(home, SMALL);
        Told told = new Told();
        postgres.watch(told);
        ProcessHandle server = postmaster(home);
        Files.move(home, room.resolve("elsewhere"));
        assertThat(told.next()).startsWith("lost HUB-4220: the data folder " + home);
        postgres.close();
        assertThat(PostmasterFile.isAlive(server)).isFalse();
    }

    private static Path home(String name) throws IOException {
        Path home = room.resolve(name);
        return Files.exists(home) ? home : LaidOutHome.empty(home);
    }

    private static String startFailure(Path home) {
        try (EmbeddedPostgres unexpected = EmbeddedPostgres.start(home, SMALL)) {
            return "started at " + unexpected.access().port();
        } catch (CannotStart refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static ProcessHandle postmaster(Path home) throws IOException {
        long pid = PostmasterFile.read(home.resolve("data")).orElseThrow().pid();
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void copy(Path from, Path to) throws Exception {
        Process copying =
                new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
        assertThat(copying.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        var owner = postgres.access().owner();
        return DriverManager.getConnection(
                postgres.access().jdbcUrl(), owner.user(), owner.password());
    }

    /// What was told, in order; waits for it.
    private static final class Told implements EmbeddedPostgres.Watcher {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        private String next() throws InterruptedException {
            String line = lines.poll(WITHIN.toSeconds(), TimeUnit.SECONDS);
            return line == null ? "nothing" : line;
        }

        private String last() throws InterruptedException {
            String line = next();
            while (!line.startsWith("lost") && !line.equals("nothing")) line = next();
            return line;
        }

        @Override
        public void died() {
            lines.add("died");
        }

        @Override
        public void failed(int tries, String why) {
            lines.add("failed " + tries);
        }

        @Override
        public void restarted() {
            lines.add("restarted");
        }

        @Override
        public void lost(CannotStart why) {
            lines.add("lost " + why.getMessage());
        }
    }
}
