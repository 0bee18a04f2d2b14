package io.credithub.store.ledger;

import io.credithub.domain.Narrow;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.reconcile.InstantKey;
import io.credithub.store.sql.ArrayParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The instants that contents say ([InstantKey]), in the registry: how many teachers say one, and
/// of which that may have changed.
public final class InstantRows {
    /// Of a content `c`, that matching has placed it and it says such an instant: as the index has
    /// it.
    public static final String IS_ONE =
            """
            c.version_rank = 2 and c.form in (2, 4) and c.version_value % 60000000000 <> 0
                and c.state in (1, 2, 6, 7)\
            """;

    /// Of an instant `g`; no more are counted than are asked about.
    public static final String TEACHERS =
            """
            (select count(*) from (
                select distinct c.teacher_id from completion c
                where c.feed_id = g.feed_id and c.programme_id = g.programme_id
                    and c.version_value = g.instant and %s limit $%s) t)\
            """;

    private static final String CROWDED =
            """
            select feed_id, programme_id, instant
            from unnest($1::int2[], $2::int4[], $3::int8[]) as g (feed_id, programme_id, instant)
            where %s >= $4\
            """
                    .formatted(TEACHERS.formatted(IS_ONE, 4));

    private static final String NOTE =
            "insert into instant_touched (feed_id, programmes, instants) values ($1, $2, $3)";

    private InstantRows() {}

    /// Keys of the records whose instant so many teachers say.
    static Uni<Set<UUID>> crowded(
            SqlConnection connection, Collection<RecordVersion> contents, int least) {
        Map<UUID, InstantKey> said = new HashMap<>();
        for (RecordVersion content : contents) {
            InstantKey key = InstantKey.of(content);
            if (key != null) said.put(content.copy().key(), key);
        }
        if (said.isEmpty()) return Uni.createFrom().item(Set.of());
        Tuple asked =
                new ArrayParameters<>(List.copyOf(new HashSet<>(said.values())))
                        .shorts(InstantKey::feed)
                        .ints(InstantKey::programme)
                        .longs(InstantKey::nanos)
                        .plain(least)
                        .tuple();
        return connection
                .preparedQuery(CROWDED)
                .execute(asked)
                .map(rows -> {
                    Set<InstantKey> crowded = keys(rows);
                    Set<UUID> records = new HashSet<>();
                    said.forEach((record, key) -> {
                        if (crowded.contains(key)) records.add(record);
                    });
                    return records;
                });
    }

    private static Set<InstantKey> keys(RowSet<Row> rows) {
        Set<InstantKey> keys = new HashSet<>();
        for (Row row : rows) {
            keys.add(
                    new InstantKey(
                            row.getInteger("feed_id"),
                            row.getInteger("programme_id"),
                            row.getLong("instant")));
        }
        return keys;
    }

    /// Notes the instants that another teacher says now, or a teacher does not any more. Most
    /// contents say none, and cost nothing.
    static Uni<Void> note(SqlConnection connection, Collection<RecordVersion> contents) {
        Map<Integer, Set<InstantKey>> byFeed = new TreeMap<>();
        for (RecordVersion content : contents) {
            InstantKey key = InstantKey.of(content);
            if (key == null || !isAnothers(content)) continue;
            byFeed.computeIfAbsent(key.feed(), _ -> new HashSet<>()).add(key);
        }
        Uni<Void> noted = Uni.createFrom().voidItem();
        for (Map.Entry<Integer, Set<InstantKey>> feed : byFeed.entrySet()) {
            noted = noted.chain(() -> note(connection, feed.getKey(), feed.getValue()));
        }
        return noted;
    }

    private static boolean isAnothers(RecordVersion content) {
        boolean was = content.was() != null && content.was().isMatched();
        boolean is = content.now().isMatched();
        return was != is || (is && content.teacher() != content.teacherWas());
    }

    private static Uni<Void> note(SqlConnection connection, int feed, Set<InstantKey> keys) {
        List<InstantKey> all = new ArrayList<>(keys);
        Tuple row =
                Tuple.of(
                        Narrow.toShort(feed),
                        all.stream().map(InstantKey::programme).toArray(Integer[]::new),
                        all.stream().map(InstantKey::nanos).toArray(Long[]::new));
        return connection.preparedQuery(NOTE).execute(row).replaceWithVoid();
    }
}
