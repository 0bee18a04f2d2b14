package io.credithub.torture.count;

import io.credithub.torture.count.Expected.DeliveryKey;
import io.credithub.torture.count.Expected.RecordKey;
import io.credithub.torture.count.FoundRecords.FoundDelivery;
import io.credithub.torture.count.FoundRecords.FoundEntries;
import io.credithub.torture.hub.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the tables hold, past everything that the hub could have made up.
public final class TableView implements AutoCloseable {
    private static final String DELIVERIES =
            """
            select f.code, d.id, d.finished_at is not null, d.received, d.accepted, d.rejected,
                d.duplicate, d.waiting
            from delivery d join feed f on f.id = d.feed_id where d.replay_of is null\
            """;
    private static final String REJECTED =
            """
            select distinct r.delivery_id, n.record_id from rejection r
            join finding n on n.delivery_id = r.delivery_id and n.position = r.position
            where n.record_id is not null\
            """;
    private static final String CONTENTS =
            """
            select f.code, c.record_id, c.version_value, count(*)
            from completion c join feed f on f.id = c.feed_id group by 1, 2, 3\
            """;
    private static final String ENTRIES =
            """
            select f.code, c.record_id, sum(case e.kind when 1 then 1 when 2 then -1 else 0 end),
                sum(e.credits)
            from ledger_entry e
            join completion c on c.record_key = e.record_key and c.version_no = e.version_no
            join feed f on f.id = c.feed_id group by 1, 2\
            """;
    private static final String CREDITS =
            """
            select t.teacher_no, sum(e.credits) from ledger_entry e
            join teacher t on t.id = e.teacher_id group by 1 having sum(e.credits) <> 0\
            """;
    private static final String STANDINGS =
            """
            select t.teacher_no from teacher t
            left join (select teacher_id, sum(credits) credits from ledger_entry group by 1) e
                on e.teacher_id = t.id
            left join (select teacher_id, sum(earned) earned from standing group by 1) s
                on s.teacher_id = t.id
            where coalesce(e.credits, 0) <> coalesce(s.earned, 0)\
            """;

    private final Connection connection;

    public TableView(PostgresServer postgres) throws SQLException {
        connection = postgres.connect(PostgresServer.OWNER);
    }

    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /// @param named what the deliveries hold, by their numbers: the tables know a keyed digest only
    public FoundRecords look(Map<Long, DeliveryKey> named) throws SQLException {
        FoundRecords found = FoundRecords.empty("tables", true);
        each(DELIVERIES, row -> found.add(key(row, named), delivery(row)));
        each(REJECTED, row -> found.addRejected(row.getLong(1), row.getString(2)));
        each(
                CONTENTS,
                row ->
                        found.addContents(
                                new RecordKey(row.getString(1), row.getString(2)),
                                row.getInt(3),
                                row.getInt(4)));
        each(
                ENTRIES,
                row ->
                        found.addEntries(
                                new RecordKey(row.getString(1), row.getString(2)),
                                new FoundEntries(row.getInt(3), row.getLong(4))));
        each(CREDITS, row -> found.addCredits(row.getString(1), row.getLong(2)));
        return found;
    }

    /// One that nobody names is nobody's.
    private static DeliveryKey key(ResultSet row, Map<Long, DeliveryKey> named)
            throws SQLException {
        long number = row.getLong(2);
        return named.getOrDefault(number, new DeliveryKey(row.getString(1), "number " + number));
    }

    private static FoundDelivery delivery(ResultSet row) throws SQLException {
        return new FoundDelivery(
                row.getLong(2),
                row.getBoolean(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }

    /// Teachers whose standing is not the sum of their lines.
    public List<String> complaints() throws SQLException {
        List<String> complaints = new ArrayList<>();
        each(STANDINGS, row -> complaints.add("ledger and standing differ: " + row.getString(1)));
        return complaints;
    }

    /// Landed and not finished.
    public long openChunks() throws SQLException {
        return number("select count(*) from chunk where not done");
    }

    /// Tried in vain, so that an operator would have to look.
    public long brokenChunks() throws SQLException {
        return number("select count(*) from chunk where broken_at is not null and not done");
    }

    private long number(String query) throws SQLException {
        long[] number = {0};
        each(query, row -> number[0] = row.getLong(1));
        return number[0];
    }

    private void each(String query, Row read) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) read.read(rows);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
