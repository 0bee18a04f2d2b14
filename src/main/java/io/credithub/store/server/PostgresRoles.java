package io.credithub.store.server;

import io.credithub.store.server.DatabaseAccess.Login;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/// The roles and the database of an embedded server. Doing it twice is harmless, so it is done at
/// every start and a start that was cut short needs no repair.
///
/// @param port where the server listens
record PostgresRoles(int port, PostgresPasswords passwords) {
    static final String DATABASE = "credithub";

    DatabaseAccess prepare() throws SQLException {
        try (Connection admin = connect("postgres", passwords.admin());
                Statement statement = admin.createStatement()) {
            login(statement, passwords.owner());
            login(statement, passwords.app());
            if (isMissing(
                    statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database credithub owner hub_owner");
            }
            statement.execute("revoke all on database credithub from public");
            statement.execute("grant connect on database credithub to hub_app");
        }
        return access();
    }

    /// As the hub uses it.
    DatabaseAccess access() {
        return new DatabaseAccess("127.0.0.1", port, DATABASE, passwords.app(), passwords.owner());
    }

    /// The data folder that the server there says it works on; empty if it does not know our
    /// secret, or does not answer.
    Optional<Path> dataDirectory() {
        try (Connection admin = connect("postgres", passwords.admin());
                Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            return rows.next() ? Optional.of(Path.of(rows.getString(1))) : Optional.empty();
        } catch (SQLException notOurs) {
            return Optional.empty();
        }
    }

    private static void login(Statement statement, Login login) throws SQLException {
        String role = login.user();
        if (isMissing(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role + " login password '" + login.password() + "'");
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private Connection connect(String database, Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) throw new SQLException("not a PostgreSQL address: " + url);
        return connection;
    }
}
