package io.credithub.store.server;

import io.credithub.store.server.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/// Single connections for what is done before the hub runs or beside it: over the same transport as
/// all others, and with an end to every wait.
public final class JdbcConnections {
    private static final String SOCKET_SECONDS = "30";

    private JdbcConnections() {}

    public static Connection connect(DatabaseAccess access, Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("socketTimeout", SOCKET_SECONDS);
        Connection connection = new Driver().connect(access.jdbcUrl(), properties);
        if (connection == null) throw new SQLException("not a PostgreSQL address");
        return connection;
    }
}
