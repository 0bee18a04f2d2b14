package io.credithub.store.erasure;

import io.credithub.flow.teacher.Sealing;
import io.credithub.store.sealing.Sealed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// A table of claims that is gone over, a batch a transaction; what comes out otherwise is sealed
/// anew in its place.
///
/// @param number the column that tells a claim's rows apart
/// @param rewriting of what a row says, in clear
record RewrittenClaims(
        Sealing sealing,
        String table,
        String number,
        String column,
        UnaryOperator<byte[]> rewriting) {
    /// Behind a place.
    record ClaimPlace(long claim, int no) {
        static final ClaimPlace FIRST = new ClaimPlace(-1, -1);
    }

    /// @return how many rows were changed
    long rewrite(Connection owner, int batch) throws SQLException {
        long changed = 0;
        ClaimPlace after = ClaimPlace.FIRST;
        String sql =
                """
                select recognition_id, %2$s, %3$s, %3$s_key from %1$s
                where (recognition_id, %2$s) > (?, ?) order by 1, 2 limit ? for update\
                """
                        .formatted(table, number, column);
        while (after != null) {
            try (PreparedStatement select = owner.prepareStatement(sql)) {
                select.setLong(1, after.claim);
                select.setInt(2, after.no);
                select.setInt(3, batch);
                after = null;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        after = new ClaimPlace(rows.getLong(1), rows.getInt(2));
                        if (row(owner, after, rows)) changed++;
                    }
                }
            }
            owner.commit();
        }
        return changed;
    }

    private boolean row(Connection owner, ClaimPlace place, ResultSet row) throws SQLException {
        Sealed sealed = new Sealed(sealing);
        byte[] kept = row.getBytes(3);
        boolean isClear = row.getObject(4) == null;
        byte[] said = isClear ? kept : sealed.openClaim(table, place.claim, place.no, kept);
        byte[] left = rewriting.apply(said);
        if (Arrays.equals(left, said)) return false;
        String sql =
                "update %1$s set %3$s = ?, %3$s_key = ? where recognition_id = ? and %2$s = ?"
                        .formatted(table, number, column);
        try (PreparedStatement update = owner.prepareStatement(sql)) {
            update.setBytes(1, sealed.claim(table, place.claim, place.no, left).getBytes());
            update.setInt(2, sealing.key());
            update.setLong(3, place.claim);
            update.setInt(4, place.no);
            update.executeUpdate();
        }
        return true;
    }
}
