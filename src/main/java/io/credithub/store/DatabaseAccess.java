package io.credithub.store;

/// Where the database is, and the two roles that the hub has there.
///
/// @param app the role the hub works as; it owns nothing
/// @param owner the role that owns the tables and migrates them
public record DatabaseAccess(String host, int port, String database, Login app, Login owner) {
    /// A role with its password, which is never printed.
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user + ":***";
        }
    }

    /// For the reactive client; carries no secret.
    public String url() {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    /// For Flyway; carries no secret.
    public String jdbcUrl() {
        return "jdbc:" + url();
    }
}
