package io.credithub.store.roster;

import io.credithub.flow.roster.Persons;
import io.credithub.flow.teacher.IdProtection;
import io.vertx.mutiny.sqlclient.Pool;

/// For tests that have a pool and no container.
public final class OpenedPersons {
    private OpenedPersons() {}

    public static Persons of(Pool pool, IdProtection ids) {
        return new PostgresPersons(pool, ids);
    }
}
