package io.credithub.store.server;

import io.credithub.store.connection.DatabaseTransport;
import java.util.Map;

/// Where the database is, and the two roles that the hub has there.
///
/// @param app the role the hub works as; it owns nothing
/// @param owner the role that owns the tables and migrates them; where nobody migrates, the same as
///   `app`
public record DatabaseAccess(
        String host,
        int port,
        String database,
        Login app,
        Login owner,
        DatabaseTransport transport) {
    /// On this machine.
    DatabaseAccess(String host, int port, String database, Login app, Login owner) {
        this(host, port, database, app, owner, DatabaseTransport.PLAIN);
    }

    /// A role with its password, which is never printed.
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user + ":***";
        }
    }

    /// For whoever reads; carries no secret.
    public String url() {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    /// For the reactive client; carries no secret.
    public String reactiveUrl() {
        return url() + "?" + transport.reactiveParameters();
    }

    /// What the reactive client is told beside its URL.
    public Map<String, String> reactiveProperties() {
        return transport.reactiveProperties();
    }

    /// For Flyway and single connections; carries no secret.
    public String jdbcUrl() {
        return "jdbc:" + url() + "?" + transport.jdbcParameters();
    }
}
