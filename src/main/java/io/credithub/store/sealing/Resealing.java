package io.credithub.store.sealing;

import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.server.CannotStart;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.Driver;

/// Seals whatever another key has sealed, and what an earlier hub left in clear, with the key that
/// seals now, with the rights of the database's owner: the hub itself may change no raw data. A hub
/// that runs on the registry goes on meanwhile.
///
/// It goes over each table in the order of its key, a batch a transaction. Whoever begins again
/// after a crash passes over what is done already.
public final class Resealing implements AutoCloseable {
    private static final int BATCH = 100;
    private static final int PASSES_MAX = 5;
    private static final String STILL_REFERENCED = "23503";

    /// What the owner writes so held ever since: the history keeps nothing of what it was before.
    private static final String EVER_SO = "select set_config('hub.past', 'rewritten', false)";

    private final Connection owner;
    private final Sealing sealing;
    private final List<ResealedTable> tables;
    private final ResealingListener listener;
    private final int batch;

    /// Hears how far it is.
    @FunctionalInterface
    public interface ResealingListener {
        /// @param sealed how many rows of it, in this pass
        void resealed(String table, long sealed);
    }

    /// @param sealing seals with the key that is current from now on, and opens with the one before
    public Resealing(
            DatabaseAccess access, Sealing sealing, IdProtection ids, ResealingListener listener) {
        this(access, new Anew(sealing, ids), BATCH, listener);
    }

    /// What opens with any of the keys and seals with the one of now.
    public record Anew(Sealing sealing, IdProtection ids) {}

    /// @param batch how many rows a transaction seals at most
    public Resealing(DatabaseAccess access, Anew anew, int batch, ResealingListener listener) {
        this.batch = batch;
        this.sealing = anew.sealing();
        this.listener = listener;
        this.tables = ResealedTable.all(anew.sealing(), anew.ids());
        try {
            this.owner = connect(access);
        } catch (SQLException failure) {
            throw CannotStart.becauseDatabase(access.url(), failure);
        }
    }

    /// Makes the key known to the registry, before anything is sealed with it.
    ///
    /// @throws CannotStart if the registry was sealed with none of these keys
    public void register() {
        try {
            boolean isKnown = false;
            boolean isOurs = false;
            for (Sealing.SealingKey key : keys()) {
                boolean adopted = sealing.adopt(key);
                isKnown |= adopted && key.id() == sealing.key();
                isOurs |= adopted;
            }
            if (!isOurs) throw CannotStart.becauseOtherIdKey();
            if (!isKnown) add(sealing.own());
            owner.commit();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private List<Sealing.SealingKey> keys() throws SQLException {
        List<Sealing.SealingKey> keys = new ArrayList<>();
        try (PreparedStatement select =
                        owner.prepareStatement("select id, fingerprint, hashing from sealing_key");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                keys.add(
                        new Sealing.SealingKey(
                                rows.getInt(1), rows.getObject(2, UUID.class), rows.getBytes(3)));
            }
        }
        return keys;
    }

    private void add(Sealing.SealingKey key) throws SQLException {
        try (PreparedStatement insert =
                owner.prepareStatement(
                        "insert into sealing_key (id, fingerprint, hashing) values (?, ?, ?)")) {
            insert.setInt(1, key.id());
            insert.setObject(2, key.fingerprint());
            insert.setBytes(3, key.hashing());
            insert.executeUpdate();
        }
    }

    /// Goes over all tables until nothing is left, and strikes the old key from the registry.
    ///
    /// @param old its number
    /// @return false if a hub goes on sealing with the old key
    public boolean finish(int old) {
        try {
            for (int pass = 0; pass < PASSES_MAX; pass++) {
                long sealed = 0;
                for (ResealedTable table : tables) sealed += whole(table);
                if (sealed == 0 && strike(old)) return true;
            }
            return false;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private long whole(ResealedTable table) throws SQLException {
        long sealed = 0;
        ResealedTable.RowPlace after = ResealedTable.RowPlace.FIRST;
        while (true) {
            ResealedTable.ResealedBatch done = table.batch(owner, after, batch);
            owner.commit();
            sealed += done.sealed();
            if (done.sealed() > 0) listener.resealed(table.name(), sealed);
            if (done.last() == null) return sealed;
            after = done.last();
        }
    }

    /// The database itself keeps a key that anything refers to.
    private boolean strike(int old) throws SQLException {
        try (PreparedStatement delete =
                owner.prepareStatement("delete from sealing_key where id = ?")) {
            delete.setInt(1, old);
            delete.executeUpdate();
            owner.commit();
            return true;
        } catch (SQLException inUse) {
            owner.rollback();
            if (STILL_REFERENCED.equals(inUse.getSQLState())) return false;
            throw inUse;
        }
    }

    /// As the owner, without an end to a wait: there is much to do.
    public static Connection connect(DatabaseAccess access) throws SQLException {
        Login login = access.owner();
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        Connection connection = new Driver().connect(access.jdbcUrl(), properties);
        if (connection == null) throw new SQLException("not a PostgreSQL address");
        try (Statement statement = connection.createStatement()) {
            statement.execute(EVER_SO);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static CannotStart failed(SQLException failure) {
        return CannotStart.becauseDatabase("HUB_DB_URL", failure);
    }

    @Override
    public void close() {
        try {
            owner.close();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }
}
