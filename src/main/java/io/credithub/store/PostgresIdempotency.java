package io.credithub.store;

import io.credithub.flow.Idempotency;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/// Claims in the table `idempotency_key`. Whoever inserts first has the key; everybody else
/// compares.
@ApplicationScoped
public class PostgresIdempotency implements Idempotency {
    private static final String CLAIM =
            """
            insert into idempotency_key (feed_id, key, sha256) values ($1, $2, $3)
            on conflict (feed_id, key) do nothing\
            """;
    private static final String COMPARE =
            "select sha256 = $3 from idempotency_key where feed_id = $1 and key = $2";

    private final Pool pool;
    private final FeedNumbers numbers;

    PostgresIdempotency(Pool pool, FeedNumbers numbers) {
        this.pool = pool;
        this.numbers = numbers;
    }

    @Override
    public Uni<Use> claim(String feed, String key, byte[] sha256) {
        return numbers.learned()
                .map(_ -> Tuple.of(numbers.number(feed), key, Buffer.buffer(sha256)))
                .chain(claim ->
                        pool.preparedQuery(CLAIM)
                                .execute(claim)
                                .chain(inserted ->
                                        inserted.rowCount() == 1
                                                ? Uni.createFrom().item(Use.FIRST)
                                                : compare(claim)));
    }

    private Uni<Use> compare(Tuple claim) {
        return pool.preparedQuery(COMPARE)
                .execute(claim)
                .map(rows -> rows.iterator().next().getBoolean(0) ? Use.AGAIN : Use.OTHER_BODY);
    }
}
