package io.credithub.store.access;

import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.Permission;
import io.credithub.store.connection.Sessions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Keys in the table `api_key`, by their hashes. A key is made and taken back one at a time
/// ([ApiKeyRow]); each request asks for the keys of many, and uses are written of many, as sets.
@ApplicationScoped
public class PostgresApiKeys implements KeyStore {
    private static final String COLUMNS =
            "id, secret_hash, label, role, feed_code, division_code, school_code, created_at,"
                    + " expires_at, last_used_at, revoked_at";

    private final Pool pool;
    private final Sessions sessions;
    private final InstantSource clock = InstantSource.system();

    PostgresApiKeys(Pool pool, Sessions sessions) {
        this.pool = pool;
        this.sessions = sessions;
    }

    @Override
    public Uni<Void> save(Stored key) {
        return sessions.change(session -> session.persist(ApiKeyRow.made(key)));
    }

    @Override
    public Uni<List<Stored>> find(Collection<String> ids) {
        return pool.preparedQuery("select " + COLUMNS + " from api_key where id = any ($1)")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(rows -> stream(rows).toList());
    }

    @Override
    public Uni<List<Stored>> all() {
        return sessions.read(session ->
                        session.createSelectionQuery("from ApiKeyRow order by id", ApiKeyRow.class)
                                .getResultList())
                .map(keys -> keys.stream().map(ApiKeyRow::stored).toList());
    }

    @Override
    public Uni<Boolean> revoke(String id) {
        return sessions.change(session ->
                session.find(ApiKeyRow.class, id)
                        .onItem()
                        .ifNotNull()
                        .invoke(key -> key.revoke(clock.instant()))
                        .map(key -> key != null));
    }

    /// In the order of the ids, so that two processes do not wait for each other in a circle.
    @Override
    public Uni<Void> used(Map<String, Instant> lastUses) {
        List<Map.Entry<String, Instant>> uses =
                lastUses.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        String[] ids = uses.stream().map(Map.Entry::getKey).toArray(String[]::new);
        OffsetDateTime[] times =
                uses.stream()
                        .map(use -> use.getValue().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new);
        return pool.preparedQuery(
                        """
                        update api_key k set last_used_at = u.at
                        from (select k.id, u.at
                              from unnest($1::text[], $2::timestamptz[]) as u (id, at)
                              join api_key k on k.id = u.id
                              where k.last_used_at is null or k.last_used_at < u.at
                              order by k.id for no key update of k) u
                        where k.id = u.id\
                        """)
                .execute(Tuple.of(ids, times))
                .replaceWithVoid();
    }

    private static Stream<Stored> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(PostgresApiKeys::stored);
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getString("id"),
                row.getBuffer("secret_hash").getBytes(),
                row.getString("label"),
                grant(row),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static Permission grant(Row row) {
        return new PermissionColumns(
                        row.getString("role"),
                        row.getString("feed_code"),
                        row.getString("division_code"),
                        row.getString("school_code"))
                .grant();
    }
}
