package io.credithub.store.division;

import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.flow.division.PastDivisions;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Lists of divisions by when they came; each is read once by a process.
@Singleton
public class PostgresPastDivisions implements PastDivisions {
    /// Of those that came before the registry kept its history, when they were loaded.
    private static final String LISTS =
            """
            select number, greatest(known_from, loaded_at) as since from division_list
            order by number\
            """;

    private final Pool pool;
    private volatile NavigableMap<Instant, DivisionCatalogue> known =
            Collections.unmodifiableNavigableMap(new TreeMap<>());

    public PostgresPastDivisions(Pool pool) {
        this.pool = pool;
    }

    private record DatedList(int number, Instant since) {
        static DatedList of(Row row) {
            return new DatedList(row.getInteger("number"), RowReading.instant(row, "since"));
        }
    }

    @Override
    public Uni<NavigableMap<Instant, DivisionCatalogue>> all() {
        return pool.query(LISTS)
                .execute()
                .map(rows -> RowReading.list(rows, DatedList::of))
                .chain(this::read);
    }

    private Uni<NavigableMap<Instant, DivisionCatalogue>> read(List<DatedList> lists) {
        NavigableMap<Instant, DivisionCatalogue> all = new TreeMap<>(known);
        DivisionListRows rows = new DivisionListRows(pool);
        return Multi.createFrom()
                .iterable(lists)
                .filter(list -> !all.containsKey(list.since()))
                .onItem()
                .transformToUniAndConcatenate(list ->
                        rows.read(list.number())
                                .invoke(read -> all.put(list.since(), new DivisionCatalogue(read))))
                .collect()
                .last()
                .map(_ -> {
                    known = Collections.unmodifiableNavigableMap(all);
                    return known;
                });
    }
}
