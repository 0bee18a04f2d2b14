package io.credithub.store.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Puts an operator's key into a registry with the rights of its owner: for whoever has lost the
/// last one. A hub that runs on the registry need not be stopped, and knows the key at once.
public final class OperatorRecovery {
    private final DatabaseAccess access;

    public OperatorRecovery(DatabaseAccess access) {
        this.access = access;
    }

    /// A key to put in.
    ///
    /// @param label who has it, and why; kept with the time
    public record RecoveredKey(String id, byte[] secretHash, String label) {}

    /// @param revokesOthers whether every other operator's key is taken back
    /// @return how many were taken back
    /// @throws CannotStart if the database cannot be asked, or is not a registry yet
    public int put(RecoveredKey key, boolean revokesOthers) {
        try (Connection owner = JdbcConnections.connect(access, access.owner())) {
            owner.setAutoCommit(false);
            if (!has(owner, "api_key")) throw CannotStart.becauseNoRegistry(access.url());
            int revoked = revokesOthers ? revokeOperators(owner) : 0;
            insert(owner, key);
            if (has(owner, "audit_entry")) writeTrail(owner, key);
            owner.commit();
            return revoked;
        } catch (SQLException failure) {
            throw CannotStart.becauseDatabase(access.url(), failure);
        }
    }

    private static boolean has(Connection owner, String table) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery("select to_regclass('" + table + "')")) {
            return found.next() && found.getString(1) != null;
        }
    }

    /// It goes past the hub, and so past the place where all other acts come into the trail.
    private static void writeTrail(Connection owner, RecoveredKey key) throws SQLException {
        String insert =
                "insert into audit_entry (request, at, operation, target, status)"
                        + " values (gen_random_uuid(), now(), 'hub key recover', ?, 201)";
        try (PreparedStatement statement = owner.prepareStatement(insert)) {
            statement.setString(1, "key=" + key.id());
            statement.executeUpdate();
        }
    }

    private static int revokeOperators(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            return statement.executeUpdate(
                    "update api_key set revoked_at = now()"
                            + " where role = 'OPERATOR' and revoked_at is null");
        }
    }

    private static void insert(Connection owner, RecoveredKey key) throws SQLException {
        String insert =
                "insert into api_key (id, secret_hash, label, role) values (?, ?, ?, 'OPERATOR')";
        try (PreparedStatement statement = owner.prepareStatement(insert)) {
            statement.setString(1, key.id());
            statement.setBytes(2, key.secretHash());
            statement.setString(3, key.label());
            statement.executeUpdate();
        }
    }
}
