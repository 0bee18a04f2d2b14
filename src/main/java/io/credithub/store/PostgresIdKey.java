package io.credithub.store;

import io.credithub.flow.IdProtection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/// Holds the key for personal numbers against the one that the registry was filled with. With
/// another, nobody would be found by a number any more, and nothing would say so.
@ApplicationScoped
public class PostgresIdKey {
    private static final String LEARN =
            "insert into id_key (fingerprint) values ($1) on conflict (only_row) do nothing";
    private static final String SAME = "select fingerprint = $1 from id_key";

    private final Pool pool;
    private final IdProtection ids;

    PostgresIdKey(Pool pool, IdProtection ids) {
        this.pool = pool;
        this.ids = ids;
    }

    /// The first key that a registry sees is its key. Of two processes that start on a new registry
    /// at once, the second waits for the first and compares.
    ///
    /// @return fails with [CannotStart] if the registry knows another key
    public Uni<Void> check() {
        Tuple fingerprint = Tuple.of(ids.fingerprint());
        return pool.preparedQuery(LEARN)
                .execute(fingerprint)
                .chain(() -> pool.preparedQuery(SAME).execute(fingerprint))
                .invoke(rows -> {
                    boolean isSame = rows.iterator().next().getBoolean(0);
                    if (!isSame) throw CannotStart.becauseOtherIdKey();
                })
                .replaceWithVoid();
    }
}
