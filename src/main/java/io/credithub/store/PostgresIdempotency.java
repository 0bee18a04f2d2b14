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
    private static final String FEED =
            "insert into feed (code) values ($1) on conflict (code) do nothing";
    private static final String CLAIM =
            """
            insert into idempotency_key (feed_id, key, sha256)
            select id, $2, $3 from feed where code = $1
            on conflict (feed_id, key) do nothing\
            """;
    private static final String COMPARE =
            """
            select k.sha256 = $3 from idempotency_key k join feed f on f.id = k.feed_id
            where f.code = $1 and k.key = $2\
            """;

    private final Pool pool;

    PostgresIdempotency(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> claim(String feed, String key, byte[] sha256) {
        Tuple claim = Tuple.of(feed, key, Buffer.buffer(sha256));
        return pool.preparedQuery(FEED)
                .execute(Tuple.of(feed))
                .chain(() -> pool.preparedQuery(CLAIM).execute(claim))
                .chain(inserted ->
                        inserted.rowCount() == 1
                                ? Uni.createFrom().item(true)
                                : pool.preparedQuery(COMPARE)
                                        .execute(claim)
                                        .map(rows -> rows.iterator().next().getBoolean(0)));
    }
}
