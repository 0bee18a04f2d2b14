package io.credithub.store.access;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.Permission;
import io.credithub.flow.access.Role;
import io.credithub.store.connection.FreeText;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Keys in the table `api_key`, by their hashes.
@ApplicationScoped
public class PostgresApiKeys implements KeyStore {
    private static final String COLUMNS =
            "id, secret_hash, label, role, feed_code, division_code, school_code, created_at,"
                    + " expires_at, last_used_at, revoked_at";

    private final Pool pool;

    PostgresApiKeys(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> save(Stored key) {
        return pool.preparedQuery(
                        """
                        insert into api_key
                            (id, secret_hash, label, role, feed_code, division_code, school_code,
                             created_at, expires_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)\
                        """)
                .execute(
                        Tuple.from(
                                Arrays.asList(
                                        key.id(),
                                        Buffer.buffer(key.secretHash()),
                                        FreeText.of(key.label()),
                                        Role.of(key.grant()),
                                        feed(key.grant()),
                                        division(key.grant()),
                                        school(key.grant()),
                                        at(key.madeAt()),
                                        at(key.expiresAt()))))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Stored>> find(Collection<String> ids) {
        return pool.preparedQuery("select " + COLUMNS + " from api_key where id = any ($1)")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(rows -> stream(rows).toList());
    }

    @Override
    public Uni<List<Stored>> all() {
        return pool.query("select " + COLUMNS + " from api_key order by id")
                .execute()
                .map(rows -> stream(rows).toList());
    }

    @Override
    public Uni<Boolean> revoke(String id) {
        return pool.preparedQuery(
                        "update api_key set revoked_at = coalesce(revoked_at, now()) where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 1);
    }

    /// In the order of the ids, so that two processes do not wait for each other in a circle.
    @Override
    public Uni<Void> used(Map<String, Instant> lastUses) {
        List<String> ids = lastUses.keySet().stream().sorted().toList();
        OffsetDateTime[] times =
                ids.stream().map(id -> at(lastUses.get(id))).toArray(OffsetDateTime[]::new);
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
                .execute(Tuple.of(ids.toArray(String[]::new), times))
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

    private static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static Permission grant(Row row) {
        String role = row.getString("role");
        return switch (role) {
            case Role.FEED -> new Permission.FeedPermission(row.getString("feed_code"));
            case Role.READER -> new Permission.Reader(division(row));
            case Role.REGISTRAR -> new Permission.Registrar(division(row));
            case Role.SCHOOL ->
                    new Permission.SchoolPermission(row.getString("school_code"), division(row));
            case Role.OPERATOR -> new Permission.Operator();
            default -> throw new IllegalStateException("no role " + role);
        };
    }

    private static @Nullable String feed(Permission grant) {
        return grant instanceof Permission.FeedPermission feed ? feed.code() : null;
    }

    private static @Nullable String division(Permission grant) {
        return switch (grant) {
            case Permission.Reader reader -> reader.jurisdiction().divisionCode();
            case Permission.Registrar registrar -> registrar.jurisdiction().divisionCode();
            case Permission.SchoolPermission school -> school.county().divisionCode();
            case Permission.FeedPermission _, Permission.Operator _ -> null;
        };
    }

    private static Jurisdiction division(Row row) {
        return new Jurisdiction(row.getString("division_code"));
    }

    private static @Nullable String school(Permission grant) {
        return grant instanceof Permission.SchoolPermission school ? school.schoolCode() : null;
    }
}
