package io.credithub.store.register;

import io.credithub.domain.programme.IndexedRegister;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.flow.programme.RegisterVersions;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/// Registers that are in force, or were. The last one is kept as it was made: most numbers have the
/// register of the number before.
@Singleton
public class PostgresRegisterVersions implements RegisterVersions {
    private final Pool pool;
    private final EntryCache cache;
    private volatile MadeRegister made =
            new MadeRegister(ProgrammeEntries.NONE, IndexedRegister.of(ProgrammeEntries.NONE));

    private record MadeRegister(ProgrammeEntries entries, IndexedRegister register) {}

    public PostgresRegisterVersions(Pool pool, EntryCache cache) {
        this.pool = pool;
        this.cache = cache;
    }

    @Override
    public Uni<IndexedRegister> at(long version) {
        return cache.committed(pool, version)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::register);
    }

    @SuppressWarnings("ReferenceEquality") // the very same entries, or made anew
    private IndexedRegister register(ProgrammeEntries entries) {
        MadeRegister last = made;
        if (last.entries() == entries) return last.register();
        IndexedRegister register = IndexedRegister.of(entries);
        made = new MadeRegister(entries, register);
        return register;
    }
}
