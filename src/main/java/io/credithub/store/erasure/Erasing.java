package io.credithub.store.erasure;

import io.credithub.flow.erasure.Blotting;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.erasure.ErasedChunks.ErasedBatch;
import io.credithub.store.sealing.Resealing;
import io.credithub.store.server.CannotStart;
import io.credithub.store.server.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Carries out what registrars have asked for: erases persons, with the rights of the tables'
/// owner, since the hub itself may change no raw data. A hub that runs on the registry goes on
/// meanwhile.
///
/// First the rows of each person, in one transaction; then claims and payloads, a batch a
/// transaction. Whoever begins again after a crash goes on where it was, and what has come since
/// about somebody who was erased is taken out, too.
public final class Erasing implements AutoCloseable {
    private static final int BATCH = 50;

    private static final int LOCK_TRIES_MAX = 30;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /// Behind all chunks of a delivery.
    private static final int LAST_CHUNK = Integer.MAX_VALUE;

    private static final String BEGIN =
            "select coalesce(min(gone_through), ?) from erasure where erased_at is not null";

    private static final String WORKED =
            """
            select coalesce(min(id) - 1, ?) from delivery where finished_at is null and id <= ?\
            """;

    private static final String OPEN =
            "select count(*) from erasure where erased_at is not null and finished_at is null";

    private static final String GONE_THROUGH =
            """
            update erasure set gone_through = greatest(gone_through, ?) where erased_at is not null\
            """;

    private static final String FINISH =
            """
            update erasure set finished_at = now()
            where erased_at is not null and finished_at is null and gone_through >= ?\
            """;

    private final Connection owner;
    private final Tools tools;
    private final ErasingListener listener;
    private final int batch;

    /// What opens, reads, recognises and overwrites.
    public record Tools(
            Sealing sealing,
            IdProtection ids,
            Reading reading,
            Blotting blotting,
            Mapping mapping,
            Feeds feeds) {}

    /// Hears how far it is.
    public interface ErasingListener {
        /// @param hindrances what stands against it; none: its rows are erased
        void person(int teacher, List<String> hindrances);

        /// @param claims how many were changed
        void claims(long claims);

        /// @param delivery up to which the payloads were gone through
        /// @param blotted how many records were taken out, in all
        void payloads(long delivery, long blotted);
    }

    /// @param hindered persons whom something stands against
    /// @param open persons whose payloads are not all gone through, since some are not worked yet
    public record ErasingResult(int hindered, int open) {}

    public Erasing(DatabaseAccess access, Tools tools, ErasingListener listener) {
        this(access, tools, listener, BATCH);
    }

    /// @param batch how many chunks a transaction takes at most
    Erasing(DatabaseAccess access, Tools tools, ErasingListener listener, int batch) {
        this.tools = tools;
        this.listener = listener;
        this.batch = batch;
        try {
            this.owner = Resealing.connect(access);
            adopt();
        } catch (SQLException failure) {
            throw CannotStart.becauseDatabase(access.url(), failure);
        }
    }

    /// The registry's hashes are made as it was begun, whichever key seals by now.
    private void adopt() throws SQLException {
        boolean isOurs = false;
        try (Statement statement = owner.createStatement();
                ResultSet keys =
                        statement.executeQuery(
                                "select id, fingerprint, hashing from sealing_key")) {
            while (keys.next()) {
                UUID fingerprint = keys.getObject(2, UUID.class);
                isOurs |=
                        tools.sealing()
                                .adopt(
                                        new Sealing.SealingKey(
                                                keys.getInt(1), fingerprint, keys.getBytes(3)));
            }
        }
        owner.commit();
        if (!isOurs) throw CannotStart.becauseOtherIdKey();
    }

    /// Who was erased, as it is kept beside the registry.
    public ErasedPersons persons() {
        return new ErasedPersons(owner, tools.ids());
    }

    public ErasingResult run() {
        try {
            int hindered = 0;
            for (int teacher : asked()) if (!rows(teacher)) hindered++;
            Set<UUID> hashes = hashes();
            if (!hashes.isEmpty()) payloads(hashes);
            return new ErasingResult(hindered, open());
        } catch (SQLException failure) {
            throw CannotStart.becauseDatabase("HUB_DB_URL", failure);
        }
    }

    private List<Integer> asked() throws SQLException {
        List<Integer> teachers = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select teacher_id from erasure where erased_at is null"
                                        + " order by asked_at")) {
            while (rows.next()) teachers.add(rows.getInt(1));
        }
        owner.commit();
        return teachers;
    }

    private boolean rows(int teacher) throws SQLException {
        List<String> hindrances = new ErasedRows(owner, tools.ids()).erase(teacher);
        listener.person(teacher, hindrances);
        return hindrances.isEmpty();
    }

    private Set<UUID> hashes() throws SQLException {
        Set<UUID> hashes = new HashSet<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select hash from erased_identity")) {
            while (rows.next()) hashes.add(rows.getObject(1, UUID.class));
        }
        return hashes;
    }

    private void payloads(Set<UUID> hashes) throws SQLException {
        ErasedChunks chunks = new ErasedChunks(owner, tools, hashes);
        owner.commit();
        if (open() > 0) claims(chunks);
        long last = last();
        long worked = number(WORKED, last, last);
        ErasedBatch at = new ErasedBatch(number(BEGIN, last), LAST_CHUNK, 0);
        long blotted = 0;
        for (ErasedBatch next = chunks.batch(at, last, batch);
                next != null;
                next = chunks.batch(at, last, batch)) {
            at = next;
            blotted += next.blotted();
            update(GONE_THROUGH, Math.min(worked, next.delivery() - 1));
            owner.commit();
            listener.payloads(next.delivery(), blotted);
        }
        update(GONE_THROUGH, worked);
        update(FINISH, last);
        owner.commit();
    }

    private void claims(ErasedChunks chunks) throws SQLException {
        ErasedClaims claims = new ErasedClaims(chunks.traces(), tools.blotting());
        long changed = 0;
        for (RewrittenClaims table : claims.tables(tools.sealing())) {
            changed += table.rewrite(owner, batch);
        }
        listener.claims(changed);
    }

    /// Nothing that lands afterwards has a smaller number: whatever is landing is waited for, a
    /// moment at a time, since what comes behind waits too.
    private long last() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("set local lock_timeout = '2s'");
                statement.execute("lock table delivery in share mode");
                long last = number("select coalesce(max(id), 0) from delivery");
                owner.commit();
                return last;
            } catch (SQLException failure) {
                owner.rollback();
                boolean isBusy = LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
                if (!isBusy || attempt == LOCK_TRIES_MAX) throw failure;
            }
        }
    }

    private int open() throws SQLException {
        return Math.toIntExact(number(OPEN));
    }

    private long number(String sql, Long... values) throws SQLException {
        try (PreparedStatement select = prepared(sql, values);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void update(String sql, long value) throws SQLException {
        try (PreparedStatement update = prepared(sql, value)) {
            update.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Long... values) throws SQLException {
        PreparedStatement statement = owner.prepareStatement(sql);
        for (int at = 0; at < values.length; at++) statement.setLong(at + 1, values[at]);
        return statement;
    }

    @Override
    public void close() {
        try {
            owner.close();
        } catch (SQLException failure) {
            throw CannotStart.becauseDatabase("HUB_DB_URL", failure);
        }
    }
}
