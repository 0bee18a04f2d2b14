package io.credithub.store.breaks;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.Breaks;
import io.credithub.flow.breaks.KnownBreak;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Breaks as they are read, each page from an index.
@ApplicationScoped
public class PostgresBreaks implements Breaks {
    private final Pool pool;

    public PostgresBreaks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<KnownBreak>> list(BreakFilter filter, BreakPlaceInList after, int most) {
        BreakSql question = new BreakSql(filter, after, most);
        return pool.preparedQuery(question.statement())
                .execute(question.values())
                .map(rows -> RowReading.list(rows, BreakRows::known));
    }

    @Override
    public Uni<Optional<KnownBreak>> find(UUID identity, Jurisdiction within) {
        return pool.preparedQuery(BreakSql.ONE)
                .execute(Tuple.of(identity, within.prefix()))
                .chain(rows -> {
                    if (rows.size() == 0) return Uni.createFrom().item(Optional.empty());
                    KnownBreak known = BreakRows.known(rows.iterator().next());
                    return pool.preparedQuery(BreakSql.EVENTS)
                            .execute(Tuple.of(identity))
                            .map(events -> RowReading.list(events, BreakRows::event))
                            .map(events -> Optional.of(known.with(events)));
                });
    }

    @Override
    public Uni<List<BreakAging>> aging(
            Jurisdiction within, @Nullable Integer schoolYear, Instant now) {
        return pool.preparedQuery(BreakSql.AGING)
                .execute(
                        Tuple.of(within.prefix(), now.atOffset(ZoneOffset.UTC))
                                .addShort(PostgresBreakRuns.year(schoolYear)))
                .map(rows -> RowReading.list(rows, BreakRows::aging));
    }
}
