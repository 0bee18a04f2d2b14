package io.credithub.store.access;

import io.credithub.domain.Narrow;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.server.CannotStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Holds the key for personal data against the one that the registry was filled with. With another,
/// nobody would be found by a number any more and nothing could be opened, and nothing would say
/// so.
@ApplicationScoped
public class PostgresIdKey {
    private static final int BATCH = 5_000;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String LOCK = "select single from ledger_head for update";
    private static final String KEYS = "select id, fingerprint, hashing from sealing_key";
    private static final String ADD =
            "insert into sealing_key (id, fingerprint, hashing) values ($1, $2, $3)";
    private static final String LEARN =
            "insert into id_key (fingerprint) values ($1) on conflict (only_row) do nothing";
    private static final String SAME = "select fingerprint = $1 from id_key";

    private static final String PLAIN =
            """
            select record_key, version_no, content from completion
            where (record_key, version_no) > ($1, $2) order by record_key, version_no limit $3\
            """;
    private static final String KEYED =
            """
            update completion c set content = n.content
            from unnest($1::uuid[], $2::int4[], $3::uuid[]) as n (record_key, version_no, content)
            where (c.record_key, c.version_no) = (n.record_key, n.version_no)\
            """;

    private final Pool pool;
    private final IdProtection ids;
    private final Sealing sealing;

    public PostgresIdKey(Pool pool, IdProtection ids, Sealing sealing) {
        this.pool = pool;
        this.ids = ids;
        this.sealing = sealing;
    }

    /// The first key that a registry sees is its key. Of two processes that start on a new registry
    /// at once, the second waits for the first and compares.
    ///
    /// @return fails with [CannotStart] if the registry knows another key
    public Uni<Void> check() {
        return pool.withTransaction(connection ->
                connection
                        .query(LOCK)
                        .execute()
                        .chain(() -> connection.query(KEYS).execute())
                        .chain(keys ->
                                keys.size() == 0
                                        ? same(connection).chain(() -> begin(connection))
                                        : known(connection, keys)));
    }

    /// @return fails if none of the registry's keys is one of ours
    private Uni<Void> known(SqlConnection connection, RowSet<Row> keys) {
        boolean isKnown = false;
        boolean isOurs = false;
        for (Row row : keys) {
            Sealing.SealingKey key =
                    new Sealing.SealingKey(
                            row.getInteger("id"),
                            row.getUUID("fingerprint"),
                            row.getBuffer("hashing").getBytes());
            boolean adopted = sealing.adopt(key);
            isKnown |= adopted && key.id() == sealing.key();
            isOurs |= adopted;
        }
        if (!isOurs) throw CannotStart.becauseOtherIdKey();
        return same(connection).chain(isKnown ? Uni.createFrom()::voidItem : () -> add(connection));
    }

    private Uni<Void> add(SqlConnection connection) {
        Sealing.SealingKey own = sealing.own();
        return connection
                .preparedQuery(ADD)
                .execute(
                        Tuple.of(
                                Narrow.toShort(own.id()),
                                own.fingerprint(),
                                Buffer.buffer(own.hashing())))
                .replaceWithVoid();
    }

    private Uni<Void> same(SqlConnection connection) {
        Tuple fingerprint = Tuple.of(ids.fingerprint());
        return connection
                .preparedQuery(LEARN)
                .execute(fingerprint)
                .chain(() -> connection.preparedQuery(SAME).execute(fingerprint))
                .invoke(rows -> {
                    boolean isSame = rows.iterator().next().getBoolean(0);
                    if (!isSame) throw CannotStart.becauseOtherIdKey();
                })
                .replaceWithVoid();
    }

    /// Nothing was sealed yet. What an earlier hub left has plain digests of its contents.
    private Uni<Void> begin(SqlConnection connection) {
        return add(connection).chain(() -> keyContents(connection));
    }

    private Uni<Void> keyContents(SqlConnection connection) {
        KeyPlace place = new KeyPlace();
        return Multi.createBy()
                .repeating()
                .uni(() -> keyBatch(connection, place))
                .whilst(rows -> rows == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static final class KeyPlace {
        private UUID record = FIRST;
        private int version = -1;
    }

    private Uni<Integer> keyBatch(SqlConnection connection, KeyPlace after) {
        return connection
                .preparedQuery(PLAIN)
                .execute(Tuple.of(after.record, after.version, BATCH))
                .chain(rows -> {
                    if (rows.size() == 0) return Uni.createFrom().item(0);
                    UUID[] records = new UUID[rows.size()];
                    Integer[] versions = new Integer[rows.size()];
                    UUID[] contents = new UUID[rows.size()];
                    int at = 0;
                    for (Row row : rows) {
                        after.record = row.getUUID("record_key");
                        after.version = row.getInteger("version_no");
                        records[at] = after.record;
                        versions[at] = after.version;
                        contents[at++] = ids.keyed(row.getUUID("content"));
                    }
                    return connection
                            .preparedQuery(KEYED)
                            .execute(Tuple.of(records, versions, contents))
                            .replaceWith(rows.size());
                });
    }
}
