package io.credithub.store.programme;

import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.programme.KnownTitles;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;

/// All titles, as records bear them.
@Singleton
public class PostgresTitles implements KnownTitles {
    private static final String ALL =
            "select id, normal, code, session, organiser from programme order by id";
    private final Pool pool;

    public PostgresTitles(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<NumberedTitle>> all() {
        return pool.query(ALL)
                .execute()
                .map(rows ->
                        RowReading.list(
                                rows, row -> new NumberedTitle(row.getInteger("id"), title(row))));
    }

    static ProgrammeTitle title(Row row) {
        return new ProgrammeTitle(
                row.getString("normal"),
                row.getString("code"),
                row.getString("session"),
                row.getString("organiser"));
    }
}
