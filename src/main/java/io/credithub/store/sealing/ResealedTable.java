package io.credithub.store.sealing;

import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One table with sealed columns, and how a row of it is sealed anew.
///
/// @param select the rows that another key has sealed, behind a place (two parameters) and by the
///   key of now (one), first their places, in their order
/// @param update of one row: what is sealed, the key of now, and its place
record ResealedTable(String name, Sealing sealing, String select, String update, ResealedRow row) {
    /// Where a row stands in the order of its table's key.
    record RowPlace(long first, int second) {
        static final RowPlace FIRST = new RowPlace(-1, -1);
    }

    /// @param last null if the table is at its end
    record ResealedBatch(long sealed, @Nullable RowPlace last) {}

    /// Seals one row anew.
    @FunctionalInterface
    interface ResealedRow {
        /// @param from the row, its place in the first two columns
        /// @param to the update, of which the first parameters are to be set
        /// @return how many were
        int seal(RowPlace place, ResultSet from, PreparedStatement to) throws SQLException;
    }

    static List<ResealedTable> all(Sealing sealing, IdProtection ids) {
        Sealed sealed = new Sealed(sealing);
        return List.of(
                chunks(sealing),
                deliveries(sealing, sealed),
                claims(sealing, sealed, Sealed.CLAIM_BODY, "revision", "body"),
                claims(sealing, sealed, Sealed.CLAIM_PUSH, "no", "payload"),
                documents(sealing, ids, "teacher"),
                documents(sealing, ids, "former_identity"));
    }

    /// A batch in its own transaction, which the caller commits.
    ResealedBatch batch(Connection connection, RowPlace after, int most) throws SQLException {
        long sealed = 0;
        RowPlace last = after;
        try (PreparedStatement from = connection.prepareStatement(select);
                PreparedStatement to = connection.prepareStatement(update)) {
            from.setLong(1, after.first);
            from.setInt(2, after.second);
            from.setInt(3, sealing.key());
            from.setInt(4, most);
            try (ResultSet rows = from.executeQuery()) {
                while (rows.next()) {
                    last = new RowPlace(rows.getLong(1), rows.getInt(2));
                    int set = row.seal(last, rows, to);
                    to.setInt(set + 1, sealing.key());
                    to.setLong(set + 2, last.first);
                    to.setInt(set + 3, last.second);
                    to.addBatch();
                    sealed++;
                }
            }
            if (sealed > 0) to.executeBatch();
        }
        return new ResealedBatch(sealed, sealed < most ? null : last);
    }

    /// A replay's chunk has no bytes of its own.
    private static ResealedTable chunks(Sealing sealing) {
        return new ResealedTable(
                "chunk",
                sealing,
                """
                select delivery_id, chunk_no, payload, payload_key from chunk
                where (delivery_id, chunk_no) > (?, ?) and payload_key is distinct from ?
                    and (payload_key is not null or length(payload) > 0)
                order by 1, 2 limit ? for update\
                """,
                "update chunk set payload = ?, payload_key = ? where delivery_id = ? and chunk_no ="
                        + " ?",
                (place, from, to) -> {
                    String where = Sealed.payloadPlace(place.first, place.second);
                    byte[] payload = from.getBytes(3);
                    byte[] deflated = isClear(from, 4) ? payload : sealing.open(where, payload);
                    to.setBytes(1, sealing.seal(where, deflated));
                    return 1;
                });
    }

    private static boolean isClear(ResultSet from, int key) throws SQLException {
        return from.getObject(key) == null;
    }

    /// What an earlier hub left has its plain digest where the keyed one stands now.
    private static ResealedTable deliveries(Sealing sealing, Sealed sealed) {
        return new ResealedTable(
                "delivery",
                sealing,
                """
                select id, 0, feed_id, sha256, sha256_sealed, head, head_key, reference from delivery
                where (id, 0) > (?, ?) and head_key is distinct from ?
                order by 1 limit ? for update\
                """,
                """
                update delivery set sha256 = ?, sha256_sealed = ?, head = ?, reference = ?,
                    head_key = ? where id = ? and 0 = ?\
                """,
                (_, from, to) -> {
                    boolean isClear = isClear(from, 7);
                    int feed = from.getInt(3);
                    byte[] before = from.getBytes(4);
                    byte[] sha256 = before;
                    byte[] head = from.getBytes(6);
                    if (!isClear) {
                        sha256 =
                                sealing.open(
                                        Sealed.deliveryPlace("sha256_sealed", feed, before),
                                        from.getBytes(5));
                        head = sealing.open(Sealed.deliveryPlace("head", feed, before), head);
                    }
                    byte[] digest = sealing.keyed(sha256);
                    to.setBytes(1, digest);
                    to.setBytes(
                            2, sealed.delivery("sha256_sealed", feed, digest, sha256).getBytes());
                    to.setBytes(3, sealed.delivery("head", feed, digest, head).getBytes());
                    to.setString(4, Sealed.reference(from.getString(8)));
                    return 4;
                });
    }

    private static ResealedTable claims(
            Sealing sealing, Sealed sealed, String table, String number, String column) {
        String key = column + "_key";
        return new ResealedTable(
                table,
                sealing,
                """
                select recognition_id, %2$s, %3$s, %4$s from %1$s
                where (recognition_id, %2$s) > (?, ?) and %4$s is distinct from ?
                order by 1, 2 limit ? for update\
                """
                        .formatted(table, number, column, key),
                "update %s set %s = ?, %s = ? where recognition_id = ? and %s = ?"
                        .formatted(table, column, key, number),
                (place, from, to) -> {
                    byte[] bytes = from.getBytes(3);
                    if (!isClear(from, 4)) {
                        bytes = sealed.openClaim(table, place.first, place.second, bytes);
                    }
                    to.setBytes(
                            1, sealed.claim(table, place.first, place.second, bytes).getBytes());
                    return 1;
                });
    }

    private static ResealedTable documents(Sealing sealing, IdProtection ids, String table) {
        return new ResealedTable(
                table,
                sealing,
                """
                select id, 0, id_type, id_cipher from %s
                where (id, 0) > (?, ?) and id_key is distinct from ? and id_cipher is not null
                order by 1 limit ? for update\
                """
                        .formatted(table),
                "update %s set id_cipher = ?, id_key = ? where id = ? and 0 = ?".formatted(table),
                (_, from, to) -> {
                    IdDocument.Type type = IdDocument.Type.of(from.getInt(3));
                    to.setBytes(1, ids.seal(ids.open(type, from.getBytes(4))));
                    return 1;
                });
    }
}
