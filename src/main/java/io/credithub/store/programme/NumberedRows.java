package io.credithub.store.programme;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.credithub.store.sql.ArrayParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Rows that stand for a text or several and are never changed: their numbers, remembered.
///
/// @param <K> what a row stands for
final class NumberedRows<K> {
    private static final int CACHED_MAX = 100_000;

    private final Pool pool;
    private final String find;
    private final UnaryOperator<ArrayParameters<K>> columns;
    private final Function<Row, K> key;
    private final Cache<K, Integer> cached = Caffeine.newBuilder().maximumSize(CACHED_MAX).build();

    /// @param find a statement that gives `id` and what the key is read from
    /// @param columns its parameters
    NumberedRows(
            Pool pool,
            String find,
            UnaryOperator<ArrayParameters<K>> columns,
            Function<Row, K> key) {
        this.pool = pool;
        this.find = find;
        this.columns = columns;
        this.key = key;
    }

    /// The numbers of all; who is new is added first.
    Uni<Map<K, Integer>> numbers(
            Collection<K> all, String add, UnaryOperator<ArrayParameters<K>> added) {
        Map<K, Integer> known = fromCache(all);
        List<K> unknown = unknown(all, known);
        if (unknown.isEmpty()) return Uni.createFrom().item(known);
        return pool.preparedQuery(add)
                .execute(added.apply(new ArrayParameters<>(unknown)).tuple())
                .chain(() -> find(known, unknown));
    }

    /// The numbers of those that are there. To be added to.
    Uni<Map<K, Integer>> known(Collection<K> all) {
        Map<K, Integer> known = fromCache(all);
        List<K> unknown = unknown(all, known);
        return unknown.isEmpty() ? Uni.createFrom().item(known) : find(known, unknown);
    }

    private Uni<Map<K, Integer>> find(Map<K, Integer> known, List<K> unknown) {
        return pool.preparedQuery(find)
                .execute(columns.apply(new ArrayParameters<>(unknown)).tuple())
                .map(rows -> {
                    for (Row row : rows) {
                        K one = key.apply(row);
                        int number = row.getInteger("id");
                        known.put(one, number);
                        cached.put(one, number);
                    }
                    return known;
                });
    }

    private static <K> List<K> unknown(Collection<K> all, Map<K, Integer> known) {
        return all.stream().filter(one -> !known.containsKey(one)).toList();
    }

    private Map<K, Integer> fromCache(Collection<K> all) {
        return new HashMap<>(cached.getAllPresent(all));
    }
}
