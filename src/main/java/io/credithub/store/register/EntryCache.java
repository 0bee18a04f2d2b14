package io.credithub.store.register;

import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.RegisterEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// The whole register as this process last saw it. Of a newer version only what has changed since
/// is read.
@Singleton
public final class EntryCache {
    private static final String SINCE =
            """
            select e.code, s.* from programme_state s join programme_entry e on e.id = s.entry_id
            where s.version > $1 and s.version <= $2 order by s.version\
            """;

    private volatile Seen seen = new Seen(0, ProgrammeEntries.NONE);

    private record Seen(long version, ProgrammeEntries entries) {}

    /// @param version whatever it was, is, or will be if nothing changes
    Uni<ProgrammeEntries> entries(SqlClient connection, long version) {
        Seen known = seen;
        Seen base = known.version() <= version ? known : new Seen(0, ProgrammeEntries.NONE);
        if (base.version() == version) return Uni.createFrom().item(base.entries());
        return connection
                .preparedQuery(SINCE)
                .execute(Tuple.of(base.version(), version))
                .map(rows -> base.entries().with(entries(rows)));
    }

    /// The same of a version that is committed, kept for the next who asks.
    Uni<ProgrammeEntries> committed(SqlClient connection, long version) {
        return entries(connection, version)
                .invoke(entries -> {
                    if (seen.version() < version) seen = new Seen(version, entries);
                });
    }

    private static List<RegisterEntry> entries(RowSet<Row> rows) {
        List<RegisterEntry> entries = new ArrayList<>(rows.size());
        for (Row row : rows) entries.add(EntryRows.entry(row));
        return entries;
    }
}
