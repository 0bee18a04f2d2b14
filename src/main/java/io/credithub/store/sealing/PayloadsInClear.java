package io.credithub.store.sealing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/// What an earlier hub wrote before payloads were sealed: it lies in clear until the ID key is
/// rotated. A replay's chunks have no bytes of their own.
@ApplicationScoped
public class PayloadsInClear {
    private static final String ANY =
            """
            select exists (select from chunk
                where payload_key is null and octet_length(payload) > 0)\
            """;

    private final Pool pool;

    public PayloadsInClear(Pool pool) {
        this.pool = pool;
    }

    public Uni<Boolean> areThere() {
        return pool.query(ANY).execute().map(rows -> rows.iterator().next().getBoolean(0));
    }
}
