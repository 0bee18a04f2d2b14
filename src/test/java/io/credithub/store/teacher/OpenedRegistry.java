package io.credithub.store.teacher;

import io.credithub.flow.teacher.Registry;
import io.vertx.mutiny.sqlclient.Pool;

/// For tests that have a pool and no container.
public final class OpenedRegistry {
    private OpenedRegistry() {}

    public static Registry of(Pool pool) {
        return new PostgresRegistry(pool);
    }
}
