package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.owner.MigrateCommand;
import io.credithub.app.start.HubEnvironment;
import io.credithub.flow.teacher.Sealing;
import io.credithub.security.PayloadVault;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.DatabaseAccess.Login;
import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.PostgresSettings;
import io.credithub.testing.LaidOutHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine;

/// A PostgreSQL server as an operator would have one: with two roles and a database, and nothing in
/// it.
public final class DatabaseServer implements AutoCloseable {
    private final Path home;
    private final EmbeddedPostgres postgres;

    public DatabaseServer(Path home) {
        this.home = home;
        this.postgres =
                EmbeddedPostgres.start(LaidOutHome.empty(home), new PostgresSettings(0, 32));
    }

    public DatabaseAccess access() {
        return postgres.access();
    }

    Path data() {
        return home.resolve("data");
    }

    /// The environment of a hub that serves on it.
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("HUB_DB_URL", access().url());
        environment.put("HUB_DB_USER", access().app().user());
        environment.put("HUB_DB_PASSWORD", access().app().password());
        return environment;
    }

    /// The same of whoever migrates it.
    public Map<String, String> environmentOfTheOwner() {
        Map<String, String> environment = environment();
        environment.remove("HUB_DB_PASSWORD");
        environment.put("HUB_DB_OWNER", access().owner().user());
        environment.put("HUB_DB_OWNER_PASSWORD", access().owner().password());
        return environment;
    }

    /// What a command finds that the owner calls.
    ///
    /// @param home `HUB_HOME`
    /// @param more variables
    public HubEnvironment ownersSurroundings(Path home, Map<String, String> more) {
        Map<String, String> environment = environmentOfTheOwner();
        environment.put("HUB_HOME", home.toString());
        environment.putAll(more);
        return new HubEnvironment(environment, home, Path.of(""));
    }

    /// Makes the tables, of a registry that is sealed with this key.
    ///
    /// @param home `HUB_HOME`
    public void migrate(Path home, byte[] master) throws SQLException {
        CommandLine migrating =
                new CommandLine(new MigrateCommand(ownersSurroundings(home, Map.of())));
        assertThat(migrating.setOut(new PrintWriter(new StringWriter())).execute()).isZero();
        Sealing.SealingKey own = PayloadVault.of(master).own();
        update(
                "insert into sealing_key (id, fingerprint, hashing) values (?, ?, ?)",
                own.id(),
                own.fingerprint(),
                own.hashing());
    }

    /// As the owner.
    public void update(String sql, Object... values) throws SQLException {
        try (Connection owner = owner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) statement.setObject(at + 1, values[at]);
            statement.executeUpdate();
        }
    }

    public Connection owner() throws SQLException {
        Login login = access().owner();
        return DriverManager.getConnection(access().jdbcUrl(), login.user(), login.password());
    }

    /// As the superuser.
    public void run(String sql) throws SQLException, IOException {
        Properties passwords = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve("passwords.properties"))) {
            passwords.load(in);
        }
        Login admin = new Login("hub_admin", passwords.getProperty("hub_admin"));
        try (Connection connection =
                        DriverManager.getConnection(
                                access().jdbcUrl(), admin.user(), admin.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
