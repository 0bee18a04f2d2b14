package io.credithub.store;

import io.credithub.flow.Pen.Found;
import io.credithub.flow.TeacherKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Finds teachers by their keys: in the memory, and who is not there in the roster.
record TeacherLookup(SqlClient client, RosterMemory memory) {
    private static final Way<String> BY_NUMBER =
            new Way<>(
                    """
                    select t.teacher_no, t.id from unnest($1::text[]) as k (no)
                    join teacher t on t.teacher_no = k.no\
                    """,
                    keys -> new Columns<>(keys).texts(key -> key).tuple(),
                    row -> row.getString(0));

    private static final Way<UUID> BY_DOCUMENT =
            new Way<>(
                    """
                    select t.id_hash, t.id from unnest($1::uuid[]) as k (hash)
                    join teacher t on t.id_hash = k.hash\
                    """,
                    keys -> new Columns<>(keys).uuids(key -> key).tuple(),
                    row -> row.getUUID(0));

    private record Way<K>(String sql, Function<List<K>, Tuple> columns, Function<Row, K> key) {}

    Uni<Found> find(Collection<TeacherKeys> keys) {
        Set<String> numbers = HashSet.newHashSet(keys.size());
        Set<UUID> documents = new HashSet<>();
        for (TeacherKeys key : keys) {
            if (key.number() != null) numbers.add(key.number());
            if (key.documentHash() != null) documents.add(key.documentHash());
        }
        return Uni.combine()
                .all()
                .unis(
                        find(numbers, memory.byNumber(), BY_NUMBER),
                        find(documents, memory.byDocument(), BY_DOCUMENT))
                .with(Found::new);
    }

    private <K> Uni<Map<K, Integer>> find(Set<K> keys, RosterMemory.Known<K> known, Way<K> way) {
        Map<K, Integer> found = HashMap.newHashMap(keys.size());
        Set<K> unknown = new HashSet<>();
        for (K key : keys) {
            Integer teacher = known.get(key);
            if (teacher == null) unknown.add(key);
            else found.put(key, teacher);
        }
        if (unknown.isEmpty()) return Uni.createFrom().item(found);
        return client.preparedQuery(way.sql)
                .execute(way.columns.apply(List.copyOf(unknown)))
                .map(rows -> {
                    for (Row row : rows) {
                        K key = way.key.apply(row);
                        known.learn(key, row.getInteger(1));
                        found.put(key, row.getInteger(1));
                    }
                    return found;
                });
    }
}
