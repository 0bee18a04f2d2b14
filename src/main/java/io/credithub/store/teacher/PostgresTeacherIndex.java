package io.credithub.store.teacher;

import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.Residences;
import io.credithub.flow.teacher.TeacherIndex;
import io.credithub.flow.teacher.TeacherKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;

/// Teachers as they are at a moment. Who is who is remembered for as long as the roster is the
/// same.
@Singleton
public class PostgresTeacherIndex implements TeacherIndex {
    private final Pool pool;
    private final AtomicReference<IdentityCache> cache = new AtomicReference<>(IdentityCache.of(0));

    public PostgresTeacherIndex(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Identified> identify(Collection<TeacherKeys> keys) {
        return pool.preparedQuery("select roster_version, rulebook, matching from ledger_head")
                .execute()
                .chain(rows -> {
                    Row head = rows.iterator().next();
                    IdentityCache known = cacheOf(head.getLong(0));
                    int rules = head.getInteger(1);
                    long matching = head.getLong(2);
                    return new TeacherLookup(pool, known)
                            .find(keys)
                            .map(found -> new Identified(known.roster(), rules, matching, found));
                });
    }

    @Override
    public Uni<Residences> places(Collection<Integer> teachers) {
        return ResidenceRows.places(pool, teachers);
    }

    /// Who is who under a version of the roster, shared by all who ask under it.
    public IdentityCache cacheOf(long roster) {
        return cache.updateAndGet(
                known -> known.roster() == roster ? known : IdentityCache.of(roster));
    }
}
