package io.credithub.store.sealing;

import io.credithub.flow.certificate.Certificates.Published;
import io.credithub.flow.certificate.Certificates.Struck;
import io.credithub.flow.certificate.VerificationKey;
import io.credithub.store.server.CannotStart;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/// The keys that certificates are signed with, as the database's owner keeps them: a hub that runs
/// on the registry knows at once.
public final class SigningKeys {
    private final DatabaseAccess access;

    public SigningKeys(DatabaseAccess access) {
        this.access = access;
    }

    /// That a key is not believed any more.
    ///
    /// @param key its id
    /// @param by who says so
    public record Striking(String key, Struck struck, String by) {}

    /// Makes a key known, before anything is signed with it.
    ///
    /// @return all keys, the earliest first
    public List<Published> add(VerificationKey key) {
        return with(owner -> {
            try (PreparedStatement insert =
                    owner.prepareStatement(
                            "insert into signing_key (id, x) values (?, ?)"
                                    + " on conflict (id) do nothing")) {
                insert.setString(1, key.id());
                insert.setString(2, key.x());
                insert.executeUpdate();
            }
            return all(owner);
        });
    }

    /// What was said of a key first stays.
    ///
    /// @return how many certificates do not hold any more; -1 if there is no such key, or it was
    ///   struck off before
    public long strike(Striking striking) {
        return with(owner -> {
            try (PreparedStatement update =
                    owner.prepareStatement(
                            "update signing_key set struck_at = now(), struck_since = ?,"
                                    + " struck_reason = ?, struck_by = ?"
                                    + " where id = ? and struck_at is null")) {
                update.setTimestamp(1, Timestamp.from(striking.struck.since()));
                update.setString(2, striking.struck.reason());
                update.setString(3, striking.by);
                update.setString(4, striking.key);
                return update.executeUpdate() == 0 ? -1 : count(owner, striking);
            }
        });
    }

    public List<Published> all() {
        return with(SigningKeys::all);
    }

    private static long count(Connection owner, Striking striking) throws SQLException {
        try (PreparedStatement select =
                owner.prepareStatement(
                        "select count(*) from certificate where signed_by = ?"
                                + " and granted_at >= ? and ended_at is null")) {
            select.setString(1, striking.key);
            select.setTimestamp(2, Timestamp.from(striking.struck.since()));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static List<Published> all(Connection owner) throws SQLException {
        List<Published> keys = new ArrayList<>();
        try (PreparedStatement select =
                        owner.prepareStatement(
                                "select x, struck_since, struck_reason from signing_key"
                                        + " order by first_seen, id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Timestamp since = rows.getTimestamp(2);
                keys.add(
                        new Published(
                                VerificationKey.ofText(rows.getString(1)),
                                since == null
                                        ? null
                                        : new Struck(since.toInstant(), rows.getString(3))));
            }
        }
        return keys;
    }

    @FunctionalInterface
    private interface OwnersWork<T> {
        T with(Connection owner) throws SQLException;
    }

    private <T> T with(OwnersWork<T> work) {
        Login login = access.owner();
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        try (Connection owner = new Driver().connect(access.jdbcUrl(), properties)) {
            if (owner == null) throw new SQLException("not a PostgreSQL address");
            return work.with(owner);
        } catch (SQLException failure) {
            throw CannotStart.becauseDatabase(access.url(), failure);
        }
    }
}
