package io.credithub.store.division;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.division.RosterDivisions;
import io.credithub.store.sql.PrefixRange;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/// Counts the roster by the codes of divisions.
@Singleton
public class PostgresRosterDivisions implements RosterDivisions {
    private static final String COUNT =
            """
            select answering_division as division, count(*) as teachers from teacher
            where %s and merged_into is null group by 1 order by 1\
            """
                    .formatted(PrefixRange.of("answering_division", "$1"));

    private final Pool pool;

    public PostgresRosterDivisions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<DivisionHeads>> count(Jurisdiction within) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(within.prefix()))
                .map(rows ->
                        RowReading.list(
                                rows,
                                row ->
                                        new DivisionHeads(
                                                row.getString("division"),
                                                row.getLong("teachers"))));
    }
}
