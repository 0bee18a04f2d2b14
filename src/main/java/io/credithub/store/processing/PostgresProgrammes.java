package io.credithub.store.processing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.credithub.flow.processing.Programmes;
import io.credithub.store.sql.ArrayParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for programme names. A province has some tens of thousands of programmes; the recent
/// ones are kept in memory.
@ApplicationScoped
public class PostgresProgrammes implements Programmes {
    private static final int CACHED_MAX = 100_000;

    /// A name that is there must not cost a number: whoever starts anew sends all names once more.
    private static final String ADD =
            """
            insert into programme (normal, name)
            select n.normal, n.name from unnest($1::text[], $2::text[]) as n (normal, name)
            where not exists (select from programme p where p.normal = n.normal)
            order by normal on conflict (normal) do nothing\
            """;

    private static final String FIND =
            "select p.normal, p.id from unnest($1::text[]) as k (n) join programme p on p.normal ="
                    + " k.n";

    private final Pool pool;
    private final Cache<String, Integer> cached =
            Caffeine.newBuilder().maximumSize(CACHED_MAX).build();

    public PostgresProgrammes(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, Integer>> numbers(Map<String, String> names) {
        Map<String, Integer> known = fromCache(names);
        List<Map.Entry<String, String>> unknown = unknown(names, known);
        if (unknown.isEmpty()) return Uni.createFrom().item(known);
        Tuple tuple =
                new ArrayParameters<>(unknown)
                        .texts(Map.Entry::getKey)
                        .texts(Map.Entry::getValue)
                        .tuple();
        return pool.preparedQuery(ADD).execute(tuple).chain(() -> find(known, unknown));
    }

    @Override
    public Uni<Map<String, Integer>> provisional(Map<String, String> names) {
        Map<String, Integer> known = fromCache(names);
        return find(known, unknown(names, known))
                .map(found -> {
                    for (String name : names.keySet()) {
                        found.putIfAbsent(name, -1 - found.size());
                    }
                    return found;
                });
    }

    private static List<Map.Entry<String, String>> unknown(
            Map<String, String> names, Map<String, Integer> known) {
        return names.entrySet().stream().filter(name -> !known.containsKey(name.getKey())).toList();
    }

    private Uni<Map<String, Integer>> find(
            Map<String, Integer> known, List<Map.Entry<String, String>> unknown) {
        return pool.preparedQuery(FIND)
                .execute(new ArrayParameters<>(unknown).texts(Map.Entry::getKey).tuple())
                .map(rows -> {
                    for (Row row : rows) known.put(row.getString(0), row.getInteger(1));
                    cached.putAll(known);
                    return known;
                });
    }

    /// To be added to.
    private Map<String, Integer> fromCache(Map<String, String> names) {
        return new HashMap<>(cached.getAllPresent(names.keySet()));
    }
}
