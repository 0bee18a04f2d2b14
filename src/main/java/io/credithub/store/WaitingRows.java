package io.credithub.store;

import io.credithub.domain.completion.NormalForm;
import io.credithub.flow.IdProtection;
import io.credithub.flow.Pen.Resolved;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The records that wait for their teachers.
final class WaitingRows {
    private static final String RESOLVE_WAITING =
            """
            with arrived as (
                select t.id, t.number_hash, t.id_hash
                from unnest($1::int4[]) as k (id) join teacher t using (id)),
            found as (
                select distinct on (record_key, version_no) record_key, version_no, id from (
                    select w.record_key, w.version_no, a.id, 1 as precedence
                    from arrived a join waiting w on w.teacher_no_hash = a.number_hash
                    union all
                    select w.record_key, w.version_no, a.id, 2
                    from arrived a join waiting w on w.id_hash = a.id_hash) as both_ways
                order by record_key, version_no, precedence)
            select f.record_key, f.version_no, f.id, w.name_hash, t.name,
                d.id is not null and d.id <> t.id as disagrees
            from found f join waiting w using (record_key, version_no)
            join teacher t on t.id = f.id
            left join teacher d on d.id_hash = w.id_hash\
            """;

    private static final String RECORDS =
            """
            select distinct record_key from waiting where record_key > $1
            order by record_key limit $2\
            """;

    private WaitingRows() {}

    static Uni<List<UUID>> records(SqlConnection connection, UUID after, int most) {
        return connection
                .preparedQuery(RECORDS)
                .execute(Tuple.of(after, most))
                .map(rows -> {
                    List<UUID> records = new ArrayList<>(rows.size());
                    for (Row row : rows) records.add(row.getUUID(0));
                    return records;
                });
    }

    /// The records whose teachers these are.
    static Uni<List<Resolved>> resolve(
            SqlConnection connection, IdProtection ids, Collection<Integer> teachers) {
        if (teachers.isEmpty()) return Uni.createFrom().item(List.of());
        Tuple found = new Columns<>(List.copyOf(teachers)).ints(id -> id).tuple();
        return connection
                .preparedQuery(RESOLVE_WAITING)
                .execute(found)
                .map(rows -> resolved(rows, ids));
    }

    /// Of records that waited before names were kept, nothing is known.
    private static boolean isAnother(Row row, IdProtection ids) {
        UUID hash = row.getUUID("name_hash");
        return hash != null && !hash.equals(nameHash(row.getString("name"), ids));
    }

    /// A name as it is compared; nobody who waits is named in clear.
    static UUID nameHash(String name, IdProtection ids) {
        return ids.lookup("name " + NormalForm.person(name));
    }

    private static List<Resolved> resolved(RowSet<Row> rows, IdProtection ids) {
        List<Resolved> resolved = new ArrayList<>(rows.size());
        for (Row row : rows) {
            resolved.add(
                    new Resolved(
                            row.getUUID("record_key"),
                            row.getShort("version_no"),
                            row.getInteger("id"),
                            row.getBoolean("disagrees"),
                            isAnother(row, ids)));
        }
        return resolved;
    }
}
