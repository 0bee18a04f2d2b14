package io.credithub.store.erasure;

import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.teacher.IdProtection;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Erases one person from the tables: at once and holding the ledger lock, so that nothing is
/// posted or enrolled meanwhile. What lies in payloads and claims comes afterwards.
final class ErasedRows {
    /// One letter is in too many texts.
    private static final int WORD_LENGTH_MIN = 2;

    /// A short name in Latin letters is in others' addresses, too.
    private static final int ADDRESS_LENGTH_MIN = 6;

    private final Connection connection;
    private final IdProtection ids;

    ErasedRows(Connection connection, IdProtection ids) {
        this.connection = connection;
        this.ids = ids;
    }

    /// A person as the tables knew them.
    ///
    /// @param words numbers, documents and names, the longest first
    record ErasedPerson(int teacher, Array rows, Set<UUID> hashes, List<String> words) {
        /// A text without them.
        String without(String text) {
            String left = text;
            for (String word : words) left = left.replace(word, "*");
            return left;
        }
    }

    /// First what is long and may be done without the ledger lock; then all that must be done at
    /// once.
    ///
    /// @return what stands against it, or nothing: then it is done
    List<String> erase(int teacher) throws SQLException {
        List<String> hindrances = hindrances(teacher);
        if (hindrances.isEmpty()) {
            List<String> words = person(teacher).words;
            for (String[] one : ErasingSql.FREE_TEXTS) {
                freeText(one[0], one[1], words);
                connection.commit();
            }
            recipients(words);
            connection.commit();
            run(ErasingSql.PEN);
            hindrances = hindrances(teacher);
        }
        if (!hindrances.isEmpty()) {
            connection.rollback();
            return hindrances;
        }
        rows(person(teacher));
        connection.commit();
        return List.of();
    }

    private void rows(ErasedPerson person) throws SQLException {
        run(ErasingSql.REMEMBER, person.teacher, uuids(person.hashes));
        recordIds(person);
        for (String sql : ErasingSql.OF_THE_PERSON) run(sql, person.rows);
        run(ErasingSql.SAID, person.rows, person.rows, uuids(person.hashes), uuids(person.hashes));
        run(ErasingSql.WAITING, uuids(person.hashes), uuids(person.hashes));
        run(ErasingSql.ENROLMENTS, uuids(person.hashes), uuids(person.hashes));
        run(ErasingSql.DONE, person.teacher);
    }

    private List<String> hindrances(int teacher) throws SQLException {
        String sql = ErasingSql.HINDRANCES.replace("$id", Integer.toString(teacher));
        return texts(sql);
    }

    private ErasedPerson person(int teacher) throws SQLException {
        Array rows;
        try (PreparedStatement select = connection.prepareStatement(ErasingSql.ROWS)) {
            select.setInt(1, teacher);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                rows = found.getArray(1);
            }
        }
        Set<UUID> hashes = new TreeSet<>();
        try (PreparedStatement select = prepared(ErasingSql.HASHES, rows, rows, rows);
                ResultSet found = select.executeQuery()) {
            while (found.next()) hashes.add(found.getObject(1, UUID.class));
        }
        return new ErasedPerson(teacher, rows, hashes, words(rows));
    }

    private List<String> words(Array rows) throws SQLException {
        Set<String> words = new TreeSet<>(texts(ErasingSql.WORDS, rows, rows, rows, rows));
        try (PreparedStatement select = prepared(ErasingSql.DOCUMENTS, rows, rows);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                IdDocument.Type type = IdDocument.Type.of(found.getInt(1));
                words.add(ids.open(type, found.getBytes(2)).number());
            }
        }
        words.removeIf(word -> word.length() < WORD_LENGTH_MIN);
        return words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    private void recordIds(ErasedPerson person) throws SQLException {
        try (PreparedStatement select = prepared(ErasingSql.RECORD_IDS, person.rows, person.rows);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                String id = person.without(found.getString(3));
                if (id.equals(found.getString(3))) continue;
                run(ErasingSql.RECORD_ID, id, found.getObject(1), found.getInt(2));
            }
        }
    }

    /// The number of a word keeps what must be unique so.
    private void freeText(String table, String column, List<String> words) throws SQLException {
        if (words.isEmpty()) return;
        String text = column;
        List<Object> values = new ArrayList<>();
        for (String word : words) {
            text = "replace(" + text + ", ?, '*')";
            values.add(word);
        }
        values.add(connection.createArrayOf("text", words.toArray()));
        if (column.endsWith("key") || column.equals("claim_ref")) {
            text += " || '/erased-' || gen_random_uuid()";
        }
        run(
                """
                update %1$s set %2$s = %3$s
                where exists (select from unnest(?::text[]) as w (word) where strpos(%2$s, w.word) > 0)\
                """
                        .formatted(table, column, text),
                values.toArray());
    }

    /// An address with a number or a name of the person in it is theirs: mail goes there no more.
    private void recipients(List<String> words) throws SQLException {
        Object[] all = words.stream().filter(word -> word.length() >= ADDRESS_LENGTH_MIN).toArray();
        if (all.length == 0) return;
        Array array = connection.createArrayOf("text", all);
        run(ErasingSql.RECIPIENTS, array, array);
    }

    private Array uuids(Set<UUID> hashes) throws SQLException {
        return connection.createArrayOf("uuid", hashes.toArray());
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.executeUpdate();
        }
    }

    private List<String> texts(String sql, Object... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement select = prepared(sql, values);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int at = 0; at < values.length; at++) statement.setObject(at + 1, values[at]);
        return statement;
    }
}
