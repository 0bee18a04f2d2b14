package io.credithub.app;

import io.credithub.app.KillFeed.Counts;
import io.credithub.app.StubbornSender.Kept;
import io.credithub.testing.BuiltHub;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// Looks into the registry itself, past everything that the hub could have made up.
final class KillWitness implements AutoCloseable {
    private static final String OWNER = "hub_owner";

    private final Connection connection;

    /// @param hub whose PostgreSQL lives
    KillWitness(BuiltHub hub) throws IOException {
        Properties passwords = new Properties();
        try (Reader in = Files.newBufferedReader(hub.home().resolve("passwords.properties"))) {
            passwords.load(in);
        }
        int port = hub.postgresPort().orElseThrow();
        try {
            connection =
                    DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/credithub",
                            OWNER,
                            passwords.getProperty(OWNER));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    /// Landed and not posted.
    long openChunks() throws IOException {
        return sums("select '', count(*) from chunk where not done").getOrDefault("", 0L);
    }

    /// What exists and is finished, by the number of its batch.
    Map<Integer, Kept> deliveries() throws IOException {
        Map<Integer, Kept> found = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                select substr(reference, 6)::int, id, received
                                from delivery where finished_at is not null
                                    and accepted + rejected + duplicate + waiting = received
                                    and received = declared_records\
                                """)) {
            while (rows.next()) {
                Kept kept = new Kept(rows.getLong(2), rows.getLong(3));
                if (found.put(rows.getInt(1), kept) != null) {
                    throw new AssertionError("a batch is there twice: " + kept);
                }
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
        return found;
    }

    /// Of all deliveries together.
    Counts counts() throws IOException {
        Map<String, Long> sums =
                sums(
                        """
                        select key, sum(value::bigint)::bigint
                        from delivery d, jsonb_each_text(to_jsonb(d))
                        where key in ('received', 'accepted', 'rejected', 'duplicate', 'waiting')
                        group by key\
                        """);
        return new Counts(
                sums.getOrDefault("received", 0L),
                sums.getOrDefault("accepted", 0L),
                sums.getOrDefault("rejected", 0L),
                sums.getOrDefault("duplicate", 0L),
                sums.getOrDefault("waiting", 0L));
    }

    /// What the lines of the ledger come to, by teacher; nobody with nothing is named.
    Map<String, Long> ledger() throws IOException {
        return sums(
                """
                select t.teacher_no, sum(e.credits) from ledger_entry e
                join teacher t on t.id = e.teacher_id
                group by 1 having sum(e.credits) <> 0\
                """);
    }

    Map<String, Long> earned() throws IOException {
        return standings("earned");
    }

    Map<String, Long> recognised() throws IOException {
        return standings("recognised");
    }

    private Map<String, Long> standings(String column) throws IOException {
        return sums(
                "select t.teacher_no, sum(s.%1$s) from standing s join teacher t on t.id ="
                                .formatted(column)
                        + " s.teacher_id group by 1 having sum(s.%1$s) <> 0".formatted(column));
    }

    private Map<String, Long> sums(String query) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) sums.put(rows.getString(1), rows.getLong(2));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
        return sums;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
