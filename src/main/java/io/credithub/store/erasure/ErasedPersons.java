package io.credithub.store.erasure;

import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.store.server.CannotStart;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Who was erased, by keyed hashes: to be kept beside the backups, of which older ones do not know.
public final class ErasedPersons {
    private static final int NOBODY = 0;

    private static final String ALL =
            """
            select e.basis, e.asked_by, e.asked_at, array_agg(i.hash) from erasure e
            join erased_identity i using (teacher_id) group by e.teacher_id order by e.asked_at\
            """;

    private static final String RENEW =
            """
            insert into erasure (teacher_id, reason, basis, asked_at, asked_by)
            select id, 'restored from a backup', ?, ?, ? from teacher
            where number_hash = any(?) or id_hash = any(?) on conflict do nothing\
            """;

    private final Connection owner;
    private final IdProtection ids;

    ErasedPersons(Connection owner, IdProtection ids) {
        this.owner = owner;
        this.ids = ids;
    }

    /// One of them.
    ///
    /// @param hashes of their numbers and documents
    public record ErasureEntry(String basis, String askedBy, Instant askedAt, List<UUID> hashes) {}

    public List<ErasureEntry> all() {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            List<ErasureEntry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(
                        new ErasureEntry(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getObject(3, OffsetDateTime.class).toInstant(),
                                List.of((UUID[]) rows.getArray(4).getArray())));
            }
            return entries;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /// In a registry that was restored from an older backup the person is there again: to be erased
    /// as before.
    public void renew(ErasureEntry entry) {
        try {
            Array hashes = owner.createArrayOf("uuid", entry.hashes().toArray());
            OffsetDateTime at = entry.askedAt().atOffset(ZoneOffset.UTC);
            run(RENEW, entry.basis(), at, entry.askedBy(), hashes, hashes);
            run(ErasingSql.REMEMBER, NOBODY, hashes);
            owner.commit();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /// Whoever has the number or document is taken in again; what was erased stays so.
    ///
    /// @return the hashes that nobody is kept out by any more
    public Set<UUID> admit(String number) {
        Set<UUID> hashes = new HashSet<>();
        hashes.add(ids.lookup(number));
        for (IdDocument.Type type : IdDocument.Type.values()) {
            hashes.add(ids.lookup(new IdDocument(type, IdDocument.written(number))));
        }
        try {
            run(ErasingSql.PEN);
            run(
                    "delete from erased_identity where hash = any(?)",
                    owner.createArrayOf("uuid", hashes.toArray()));
            owner.commit();
            return hashes;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) statement.setObject(at + 1, values[at]);
            statement.executeUpdate();
        }
    }

    private static CannotStart failed(SQLException failure) {
        return CannotStart.becauseDatabase("HUB_DB_URL", failure);
    }
}
