package io.credithub.store.report;

import io.credithub.flow.report.KnownHistory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;

/// The tables of the schema `known`. The hub may not change them: a function of their owner lets go
/// of what may go, and of nothing else.
@Singleton
public class PostgresKnownHistory implements KnownHistory {
    private static final String PRUNE = "select known.prune(make_interval(secs => $1), $2) as gone";

    private final Pool pool;

    public PostgresKnownHistory(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Integer> prune(Duration kept, int most) {
        return pool.preparedQuery(PRUNE)
                .execute(Tuple.of((double) kept.toSeconds(), most))
                .map(rows -> rows.iterator().next().getInteger("gone"));
    }
}
