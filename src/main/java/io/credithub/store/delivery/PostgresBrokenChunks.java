package io.credithub.store.delivery;

import io.credithub.domain.Narrow;
import io.credithub.flow.delivery.BrokenChunks;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.store.connection.FreeText;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Broken chunks, marked on their rows; and what operators did about them.
@ApplicationScoped
public class PostgresBrokenChunks implements BrokenChunks {
    private static final String FAILED =
            """
            update chunk set tries = least(tries + $5, $3), last_error = $4,
                broken_at = case when tries + $5 >= $3 then now() end
            where delivery_id = $1 and chunk_no = $2 and not done and broken_at is null
            returning broken_at is not null\
            """;

    private static final String COUNTS =
            """
            select f.code, count(*) from chunk c join delivery d on d.id = c.delivery_id
                join feed f on f.id = d.feed_id
            where not c.done and c.broken_at is not null group by f.code\
            """;

    private static final String TROUBLED =
            """
            select c.chunk_no, c.first_position, c.records, c.done, c.tries, c.last_error,
                c.broken_at
            from chunk c
            where c.delivery_id = $1 and (c.tries > 0 or exists (select 1 from chunk_act a
                where a.delivery_id = c.delivery_id and a.chunk_no = c.chunk_no))
            order by c.chunk_no\
            """;

    private static final String ACTS =
            """
            select chunk_no, act, reason, error, done_by, done_at from chunk_act
            where delivery_id = $1 order by id\
            """;

    /// Who and when goes with the change, in one statement.
    private static final String BEGIN_ANEW =
            """
            with broken as (
                select c.delivery_id, c.chunk_no, c.last_error, d.received, f.code from chunk c
                    join delivery d on d.id = c.delivery_id join feed f on f.id = d.feed_id
                where c.delivery_id = $1 and c.chunk_no = $2 and not c.done
                    and c.broken_at is not null
                for update of c),
            act as (
                insert into chunk_act (delivery_id, chunk_no, act, done_by, reason, error)
                select delivery_id, chunk_no, $3, $4, $5, last_error from broken),
            anew as (
                update chunk c set tries = 0, broken_at = null, discarded = $5 from broken b
                where c.delivery_id = b.delivery_id and c.chunk_no = b.chunk_no)
            select received, code from broken\
            """;

    private final Pool pool;

    PostgresBrokenChunks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> failed(ChunkRef chunk, String error, int tries) {
        return pool.preparedQuery(FAILED)
                .execute(
                        Tuple.of(
                                chunk.delivery(),
                                chunk.chunk(),
                                Narrow.toShort(BrokenChunks.TRIES_MAX),
                                error,
                                Narrow.toShort(tries)))
                .map(rows -> rows.size() > 0 && rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<Map<String, Long>> counts() {
        return pool.preparedQuery(COUNTS)
                .execute()
                .map(rows -> {
                    Map<String, Long> counts = new HashMap<>();
                    for (Row row : rows) counts.put(row.getString(0), row.getLong(1));
                    return counts;
                });
    }

    @Override
    public Uni<List<Troubled>> of(long delivery) {
        return pool.preparedQuery(ACTS)
                .execute(Tuple.of(delivery))
                .map(PostgresBrokenChunks::acts)
                .chain(acts ->
                        pool.preparedQuery(TROUBLED)
                                .execute(Tuple.of(delivery))
                                .map(rows -> troubled(rows, acts)));
    }

    private static Map<Integer, List<ChunkAct>> acts(RowSet<Row> rows) {
        Map<Integer, List<ChunkAct>> acts = new HashMap<>();
        for (Row row : rows) {
            ChunkAct act =
                    new ChunkAct(
                            ChunkActKind.valueOf(row.getString("act")),
                            row.getString("reason"),
                            row.getString("error"),
                            row.getString("done_by"),
                            RowReading.instant(row, "done_at"));
            acts.computeIfAbsent(row.getInteger("chunk_no"), _ -> new ArrayList<>()).add(act);
        }
        return acts;
    }

    private static List<Troubled> troubled(RowSet<Row> rows, Map<Integer, List<ChunkAct>> acts) {
        List<Troubled> troubled = new ArrayList<>();
        for (Row row : rows) {
            int chunk = row.getInteger("chunk_no");
            troubled.add(
                    new Troubled(
                            chunk,
                            row.getLong("first_position"),
                            row.getInteger("records"),
                            row.getBoolean("done"),
                            row.getInteger("tries"),
                            row.getString("last_error"),
                            RowReading.instantOrNull(row, "broken_at"),
                            acts.getOrDefault(chunk, List.of())));
        }
        return troubled;
    }

    @Override
    public Uni<@Nullable ChunkRef> retry(long delivery, int chunk, String by) {
        return beginAnew(ChunkActKind.RETRY, delivery, chunk, by, null);
    }

    @Override
    public Uni<@Nullable ChunkRef> discard(long delivery, int chunk, String by, String reason) {
        return beginAnew(ChunkActKind.DISCARD, delivery, chunk, by, reason);
    }

    private Uni<@Nullable ChunkRef> beginAnew(
            ChunkActKind act, long delivery, int chunk, String by, @Nullable String reason) {
        return pool.preparedQuery(BEGIN_ANEW)
                .execute(
                        Tuple.tuple()
                                .addLong(delivery)
                                .addInteger(chunk)
                                .addString(act.name())
                                .addString(by)
                                .addString(FreeText.of(reason)))
                .map(rows -> rows.size() == 0 ? null : ref(delivery, chunk, rows));
    }

    private static ChunkRef ref(long delivery, int chunk, RowSet<Row> rows) {
        Row row = rows.iterator().next();
        int records = Math.clamp(row.getLong("received"), 0, Integer.MAX_VALUE);
        return new ChunkRef(row.getString("code"), delivery, chunk, records);
    }
}
