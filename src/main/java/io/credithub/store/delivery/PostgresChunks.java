package io.credithub.store.delivery;

import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Chunks;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chunks as they lie in the registry.
@ApplicationScoped
public class PostgresChunks implements Chunks {
    private static final String LOAD =
            """
            select b.first_position, b.records, b.payload, b.payload_key, b.erased,
                b.delivery_id as lies_in,
                d.feed_id, d.charset, d.head, d.head_key, d.sha256, d.stated_at, d.landed_at, d.replay_of, c.positions, c.waiting, c.discarded,
                case when d.replay_of is not null then array(select r.id from delivery r
                    where r.replay_of = d.replay_of) end as replays
            from chunk c join delivery d on d.id = c.delivery_id
            join chunk b on b.delivery_id = coalesce(d.replay_of, d.id) and b.chunk_no = c.chunk_no
            where c.delivery_id = $1 and c.chunk_no = $2 and not c.done\
            """;

    /// Some of every feed: a flood of one must not keep the others out of the list.
    private static final String OPEN =
            """
            select code, delivery_id, chunk_no, received from (
                select f.code, c.delivery_id, c.chunk_no, d.received,
                    row_number() over (partition by f.id
                        order by d.received, c.delivery_id, c.chunk_no) as smaller,
                    row_number() over (partition by f.id
                        order by c.delivery_id, c.chunk_no) as older
                from chunk c join delivery d on d.id = c.delivery_id
                join feed f on f.id = d.feed_id
                where not c.done and c.broken_at is null and f.code = any($2)) o
            order by least(smaller, older), received, delivery_id, chunk_no limit $1\
            """;

    private static final String WAITING =
            """
            select f.code, count(*) from chunk c join delivery d on d.id = c.delivery_id
            join feed f on f.id = d.feed_id
            where not c.done and c.broken_at is null group by f.code\
            """;

    private static final String OLDEST =
            """
            select greatest(0, extract(epoch from now() - min(d.landed_at)))::bigint
            from chunk c join delivery d on d.id = c.delivery_id
            where not c.done and c.broken_at is null\
            """;

    private final Pool pool;
    private final FeedNumbers numbers;
    private final Feeds feeds;
    private final Sealed sealed;

    public PostgresChunks(Pool pool, FeedNumbers numbers, Feeds feeds, Sealing sealing) {
        this.pool = pool;
        this.numbers = numbers;
        this.feeds = feeds;
        this.sealed = new Sealed(sealing);
    }

    @Override
    public Uni<@Nullable LandedChunk> load(ChunkRef ref) {
        return numbers.learned()
                .chain(() ->
                        pool.preparedQuery(LOAD).execute(Tuple.of(ref.delivery(), ref.chunk())))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> rows.size() == 0 ? null : chunk(ref, rows.iterator().next()));
    }

    /// @return null for a chunk of a feed that is off: it waits until its files can be used
    private @Nullable LandedChunk chunk(ChunkRef ref, Row row) {
        int feed = row.getInteger("feed_id");
        String code = numbers.code(feed);
        FeedDefinition definition = feeds.find(code).orElse(null);
        if (definition == null) return null;
        String discarded = row.getString("discarded");
        Slice slice =
                new Slice(
                        ref.chunk(),
                        row.getLong("first_position"),
                        row.getInteger("records"),
                        discarded == null
                                ? sealed.payload(row, row.getLong("lies_in"), ref.chunk())
                                : new byte[0],
                        erased(row));
        Source source = new Source(definition.format(), row.getString("charset"), sealed.head(row));
        OffsetDateTime stated = row.getOffsetDateTime("stated_at");
        return new LandedChunk(
                ref,
                feed,
                code,
                source,
                slice,
                stated == null ? null : stated.toInstant(),
                row.getOffsetDateTime("landed_at").toInstant(),
                replay(row),
                discarded);
    }

    /// @param row with `erased`
    public static Set<Long> erased(Row row) {
        Long[] erased = row.getArrayOfLongs("erased");
        return erased == null ? Set.of() : Set.of(erased);
    }

    private static LandedChunk.@Nullable ReplayedChunk replay(Row row) {
        Long original = row.getLong("replay_of");
        if (original == null) return null;
        Long[] waiting = row.getArrayOfLongs("waiting");
        Set<Long> readings = new HashSet<>(Set.of(row.getArrayOfLongs("replays")));
        readings.add(original);
        return new LandedChunk.ReplayedChunk(
                original,
                readings,
                Set.of(row.getArrayOfLongs("positions")),
                waiting == null ? Set.of() : Set.of(waiting));
    }

    @Override
    public Uni<List<ChunkRef>> open(int atMost) {
        String[] usable = feeds.all().stream().map(FeedDefinition::code).toArray(String[]::new);
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(atMost).addArrayOfString(usable))
                .map(PostgresChunks::refs);
    }

    @Override
    public Uni<Map<String, Long>> waiting() {
        return pool.preparedQuery(WAITING)
                .execute()
                .map(rows -> {
                    Map<String, Long> waiting = new HashMap<>();
                    for (Row row : rows) waiting.put(row.getString(0), row.getLong(1));
                    return waiting;
                });
    }

    @Override
    public Uni<Duration> oldestOpen() {
        return pool.query(OLDEST).execute().map(PostgresChunks::seconds);
    }

    private static Duration seconds(RowSet<Row> rows) {
        Long seconds = rows.iterator().next().getLong(0);
        return Duration.ofSeconds(seconds == null ? 0 : seconds);
    }

    private static List<ChunkRef> refs(RowSet<Row> rows) {
        List<ChunkRef> refs = new ArrayList<>(rows.size());
        for (Row row : rows) {
            int records = Math.clamp(row.getLong("received"), 0, Integer.MAX_VALUE);
            refs.add(
                    new ChunkRef(
                            row.getString("code"),
                            row.getLong("delivery_id"),
                            row.getInteger("chunk_no"),
                            records));
        }
        return refs;
    }
}
