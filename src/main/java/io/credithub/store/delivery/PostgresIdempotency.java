package io.credithub.store.delivery;

import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.delivery.Idempotency;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.feed.FeedNumbers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Claims in the table `idempotency_key`. Whoever inserts first has the key; everybody else
/// compares. The body's digest is keyed; earlier hubs stored the plain one.
@ApplicationScoped
public class PostgresIdempotency implements Idempotency {
    private static final String CLAIM =
            """
            insert into idempotency_key (feed_id, key, sha256) values ($1, $2, $3)
            on conflict (feed_id, key) do nothing\
            """;
    private static final String KNOWN =
            "select 1 from idempotency_key where feed_id = $1 and key = $2";
    private static final String COMPARE =
            "select sha256 in ($3, $4) from idempotency_key where feed_id = $1 and key = $2";

    private final Pool pool;
    private final FeedNumbers numbers;
    private final Sealing sealing;

    PostgresIdempotency(Pool pool, FeedNumbers numbers, Sealing sealing) {
        this.pool = pool;
        this.numbers = numbers;
        this.sealing = sealing;
    }

    @Override
    public Uni<Boolean> isKnown(String feed, String key) {
        return numbers.learned()
                .chain(() ->
                        pool.preparedQuery(KNOWN)
                                .execute(Tuple.of(numbers.number(feed), stored(key))))
                .map(rows -> rows.size() > 0);
    }

    @Override
    public Uni<KeyUse> claim(String feed, String key, byte[] sha256) {
        Buffer digest = Buffer.buffer(sealing.keyed(sha256));
        return numbers.learned()
                .chain(() ->
                        pool.preparedQuery(CLAIM)
                                .execute(Tuple.of(numbers.number(feed), stored(key), digest)))
                .chain(inserted -> {
                    if (inserted.rowCount() == 1) return Uni.createFrom().item(KeyUse.FIRST);
                    Buffer plain = Buffer.buffer(sha256);
                    return compare(Tuple.of(numbers.number(feed), stored(key), digest, plain));
                });
    }

    /// A key that names a person by a number is kept as its keyed hash.
    private String stored(String key) {
        if (ResidentId.masked(key).equals(key)) return key;
        byte[] hash = sealing.keyed(key.getBytes(StandardCharsets.UTF_8));
        return "keyed:" + HexFormat.of().formatHex(hash);
    }

    private Uni<KeyUse> compare(Tuple claim) {
        return pool.preparedQuery(COMPARE)
                .execute(claim)
                .map(rows ->
                        rows.iterator().next().getBoolean(0) ? KeyUse.AGAIN : KeyUse.OTHER_BODY);
    }
}
