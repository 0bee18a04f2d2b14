package io.credithub.store.teacher;

import io.credithub.domain.teacher.Identity;
import io.credithub.flow.teacher.Identified.TeachersByKey;
import io.credithub.flow.teacher.TeacherKeys;
import io.credithub.store.sql.ArrayParameters;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Finds teachers by their keys: in the memory, and who is not there in the roster.
public record TeacherLookup(SqlClient client, IdentityCache memory) {
    private static final Way<String> BY_NUMBER =
            new Way<>(
                    """
                    select k.key, %s from unnest($1::text[]) as k (key) cross join lateral (
                        select id from teacher where teacher_no = k.key
                        union all
                        select teacher_id from former_identity where kind = 1 and value = k.key
                    ) as f join teacher t on t.id = f.id\
                    """
                            .formatted(IdentityRows.COLUMNS),
                    keys -> new ArrayParameters<>(keys).texts(key -> key).tuple(),
                    row -> row.getString(0));

    private static final Way<UUID> BY_DOCUMENT =
            new Way<>(
                    """
                    select k.key, %s from unnest($1::uuid[]) as k (key) cross join lateral (
                        select id from teacher where id_hash = k.key
                        union all
                        select teacher_id from former_identity where kind = 2 and hash = k.key
                    ) as f join teacher t on t.id = f.id\
                    """
                            .formatted(IdentityRows.COLUMNS),
                    keys -> new ArrayParameters<>(keys).uuids(key -> key).tuple(),
                    row -> row.getUUID(0));

    private record Way<K>(String sql, Function<List<K>, Tuple> columns, Function<Row, K> key) {}

    public Uni<TeachersByKey> find(Collection<TeacherKeys> keys) {
        Set<String> numbers = HashSet.newHashSet(keys.size());
        Set<UUID> documents = new HashSet<>();
        for (TeacherKeys key : keys) {
            if (key.number() != null) numbers.add(key.number());
            if (key.documentHash() != null) documents.add(key.documentHash());
        }
        Map<Integer, Identity> persons = new ConcurrentHashMap<>();
        return Uni.combine()
                .all()
                .unis(
                        find(numbers, memory.byNumber(), BY_NUMBER, persons),
                        find(documents, memory.byDocument(), BY_DOCUMENT, persons))
                .with((byNumber, byDocument) ->
                        new TeachersByKey(byNumber, byDocument, persons, Set.of()))
                .chain(found -> erased(keys, found));
    }

    /// Of whom nobody is found, some were erased.
    private Uni<TeachersByKey> erased(Collection<TeacherKeys> keys, TeachersByKey found) {
        Set<UUID> unknown = new HashSet<>();
        for (TeacherKeys key : keys) {
            boolean isFound =
                    found.byNumber().containsKey(key.number())
                            || found.byDocument().containsKey(key.documentHash());
            if (isFound) continue;
            if (key.numberHash() != null) unknown.add(key.numberHash());
            if (key.documentHash() != null) unknown.add(key.documentHash());
        }
        return ErasedIdentities.among(client, unknown)
                .map(erased ->
                        new TeachersByKey(
                                found.byNumber(), found.byDocument(), found.persons(), erased));
    }

    private <K> Uni<Map<K, Integer>> find(
            Set<K> keys,
            IdentityCache.KnownKeysOf<K> known,
            Way<K> way,
            Map<Integer, Identity> persons) {
        Map<K, Integer> found = HashMap.newHashMap(keys.size());
        Set<K> unknown = new HashSet<>();
        for (K key : keys) {
            Integer teacher = known.get(key);
            Identity identity = teacher == null ? null : memory.persons().get(teacher);
            if (teacher == null || identity == null) {
                unknown.add(key);
            } else {
                found.put(key, teacher);
                persons.put(teacher, identity);
            }
        }
        if (unknown.isEmpty()) return Uni.createFrom().item(found);
        return client.preparedQuery(way.sql)
                .execute(way.columns.apply(List.copyOf(unknown)))
                .map(rows -> {
                    for (Row row : rows) {
                        K key = way.key.apply(row);
                        int teacher = row.getInteger("id");
                        Identity identity = IdentityRows.identity(row);
                        known.learn(key, teacher);
                        memory.learn(teacher, identity);
                        found.put(key, teacher);
                        persons.put(teacher, identity);
                    }
                    return found;
                });
    }
}
