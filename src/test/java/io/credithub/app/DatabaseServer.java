package io.credithub.app;

import io.credithub.store.DatabaseAccess;
import io.credithub.store.DatabaseAccess.Login;
import io.credithub.store.EmbeddedPostgres;
import io.credithub.store.PostgresSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// A PostgreSQL server as an operator would have one: with two roles and a database, and nothing in
/// it.
final class DatabaseServer implements AutoCloseable {
    private final Path home;
    private final EmbeddedPostgres postgres;

    DatabaseServer(Path home) {
        this.home = home;
        this.postgres = EmbeddedPostgres.start(home, new PostgresSettings(0, 32));
    }

    DatabaseAccess access() {
        return postgres.access();
    }

    Path data() {
        return home.resolve("data");
    }

    /// The environment of a hub that serves on it.
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("HUB_DB_URL", access().url());
        environment.put("HUB_DB_USER", access().app().user());
        environment.put("HUB_DB_PASSWORD", access().app().password());
        return environment;
    }

    /// The same of whoever migrates it.
    Map<String, String> environmentOfTheOwner() {
        Map<String, String> environment = environment();
        environment.remove("HUB_DB_PASSWORD");
        environment.put("HUB_DB_OWNER", access().owner().user());
        environment.put("HUB_DB_OWNER_PASSWORD", access().owner().password());
        return environment;
    }

    /// As the superuser.
    void run(String sql) throws SQLException, IOException {
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
