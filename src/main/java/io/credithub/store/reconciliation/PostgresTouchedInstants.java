package io.credithub.store.reconciliation;

import io.credithub.domain.ledger.HoldReason;
import io.credithub.flow.reconciliation.TouchedInstants;
import io.credithub.store.ledger.InstantRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/// Teachers by the instants that postings have noted. Whoever looks holds the row that says how far
/// teachers were looked at, without waiting for it.
@ApplicationScoped
public class PostgresTouchedInstants implements TouchedInstants {
    private static final int NOTES_MAX = 500;

    private static final String MINE = "select seq from match_progress for update skip locked";

    private static final String NOTED =
            "select array_agg(id) from (select id from instant_touched order by id limit $1) n";

    /// Who is not where they belong. Too many at one instant: whoever counts or is aside, or is
    /// held for another record. Few enough: whoever is held for their number. What a registrar
    /// released is neither.
    private static final String TEACHERS =
            """
            with g as (
                select distinct n.feed_id, u.programme_id, u.instant from instant_touched n
                cross join lateral unnest(n.programmes, n.instants) as u (programme_id, instant)
                where n.id = any($1::int8[])),
            sized as materialized (select g.*, %s >= $2 as is_crowded from g)
            select array_agg(distinct c.teacher_id) from sized g cross join lateral (
                select teacher_id, state, hold, peer, ruling from completion c
                where c.feed_id = g.feed_id and c.programme_id = g.programme_id
                    and c.version_value = g.instant and %s offset 0) c
            where case when g.is_crowded
                then c.ruling <> 1 and (c.state in (1, 2) or c.peer is not null or c.hold = 0)
                else c.state in (6, 7) and c.hold = %d end\
            """
                    .formatted(
                            InstantRows.TEACHERS.formatted(InstantRows.IS_ONE, 2),
                            InstantRows.IS_ONE,
                            HoldReason.SAME_INSTANT.code());

    private static final String SEEN = "delete from instant_touched where id = any($1::int8[])";

    private final Pool pool;

    public PostgresTouchedInstants(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> next(Uni<Integer> least, Function<List<Integer>, Uni<Void>> work) {
        return pool.withTransaction(connection ->
                connection
                        .query(MINE)
                        .execute()
                        .chain(rows ->
                                rows.size() == 0
                                        ? Uni.createFrom().item(false)
                                        : noted(connection, least, work)));
    }

    private static Uni<Boolean> noted(
            SqlConnection connection, Uni<Integer> least, Function<List<Integer>, Uni<Void>> work) {
        return connection
                .preparedQuery(NOTED)
                .execute(Tuple.of(NOTES_MAX))
                .map(PostgresTouchedInstants::first)
                .chain(first -> {
                    Long[] notes = first.getArrayOfLongs(0);
                    if (notes == null) return Uni.createFrom().item(false);
                    return least.chain(tooMany ->
                                    connection
                                            .preparedQuery(TEACHERS)
                                            .execute(Tuple.of(notes, tooMany)))
                            .map(PostgresTouchedInstants::first)
                            .chain(found -> match(found.getArrayOfIntegers(0), work))
                            .chain(() -> connection.preparedQuery(SEEN).execute(Tuple.of(notes)))
                            .replaceWith(true);
                });
    }

    private static Uni<Void> match(Integer[] teachers, Function<List<Integer>, Uni<Void>> work) {
        return teachers == null ? Uni.createFrom().voidItem() : work.apply(List.of(teachers));
    }

    private static Row first(RowSet<Row> rows) {
        return rows.iterator().next();
    }
}
