package io.credithub.store.delivery;

import io.credithub.flow.delivery.ChunkArrivals;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Replays;
import io.credithub.flow.delivery.Replays.ReplayState.BegunReplay;
import io.credithub.flow.delivery.Replays.ReplayState.NothingToReplay;
import io.credithub.flow.delivery.Replays.ReplayState.UnderWay;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.Policies;
import io.credithub.store.connection.FreeText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Replays as deliveries without bytes of their own. What a replay takes is written down when it
/// begins, under the lock of its original's row, so that a crash at any moment leaves either
/// nothing or chunks that the sweeper finds.
@ApplicationScoped
public class PostgresReplays implements Replays {
    private final Pool pool;
    private final Feeds feeds;
    private final Policies policies;
    private final ChunkArrivals arrivals;

    public PostgresReplays(Pool pool, Feeds feeds, Policies policies, ChunkArrivals arrivals) {
        this.pool = pool;
        this.feeds = feeds;
        this.policies = policies;
        this.arrivals = arrivals;
    }

    @Override
    public Uni<Outcome<ReplayState, ReplayRefusal>> begin(long delivery, ReplayRequest asking) {
        return pool.withTransaction(connection -> new Beginning(connection, asking).begin(delivery))
                .invoke(begun -> begun.chunks().forEach(arrivals::announce))
                .map(BegunWork::outcome);
    }

    @Override
    public Uni<Outcome<ReplayState, ReplayRefusal>> look(long delivery) {
        return pool.withTransaction(connection -> new Beginning(connection, null).begin(delivery))
                .map(BegunWork::outcome);
    }

    @Override
    public Uni<@Nullable Long> beginIfPassed(long delivery, ReplayRequest asking) {
        return pool.preparedQuery(
                        "select f.code from delivery d join feed f on f.id = d.feed_id"
                                + " where d.id = $1")
                .execute(Tuple.of(delivery))
                .map(rows -> feeds.find(rows.iterator().next().getString(0)).orElse(null))
                .chain(feed -> feed == null ? none() : isPassed(delivery, feed))
                .chain(passed ->
                        passed ? begin(delivery, asking).map(PostgresReplays::replay) : nobody());
    }

    private Uni<Boolean> isPassed(long delivery, FeedDefinition feed) {
        return pool.preparedQuery(ReplaySql.PASSED)
                .execute(Tuple.of(delivery, zone(), feed.mappingDigest()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static Uni<Boolean> none() {
        return Uni.createFrom().item(false);
    }

    private static Uni<@Nullable Long> nobody() {
        return Uni.createFrom().nullItem();
    }

    private static @Nullable Long replay(Outcome<ReplayState, ReplayRefusal> outcome) {
        if (!(outcome instanceof Outcome.Done<ReplayState, ReplayRefusal>(ReplayState state))) {
            return null;
        }
        return switch (state) {
            case BegunReplay begun -> begun.replay();
            case UnderWay other -> other.replay();
            case NothingToReplay _ -> null;
        };
    }

    @Override
    public Uni<List<Long>> rejected(ReplayFilter wanted, long after, int most) {
        Tuple asked = Tuple.from(Arrays.asList(wanted.feed(), wanted.code(), after, most));
        return pool.preparedQuery(ReplaySql.REJECTED).execute(asked).map(PostgresReplays::ids);
    }

    @Override
    public Uni<List<Long>> passed(int most) {
        List<FeedDefinition> all = List.copyOf(feeds.all());
        String[] codes = all.stream().map(FeedDefinition::code).toArray(String[]::new);
        String[] digests = all.stream().map(FeedDefinition::mappingDigest).toArray(String[]::new);
        Tuple asked = Tuple.of(most, zone()).addArrayOfString(codes).addArrayOfString(digests);
        return pool.preparedQuery(ReplaySql.ALL_PASSED).execute(asked).map(PostgresReplays::ids);
    }

    private static List<Long> ids(RowSet<Row> rows) {
        List<Long> ids = new ArrayList<>(rows.size());
        for (Row row : rows) ids.add(row.getLong(0));
        return ids;
    }

    /// Completion dates are compared with the day there.
    private String zone() {
        return policies.inForce().policy().terms().calendar().zone().getId();
    }

    /// @param chunks to be announced once all is committed
    private record BegunWork(Outcome<ReplayState, ReplayRefusal> outcome, List<ChunkRef> chunks) {
        static Uni<BegunWork> of(ReplayState state) {
            return nothing(Outcome.done(state));
        }

        static Uni<BegunWork> nothing(Outcome<ReplayState, ReplayRefusal> outcome) {
            return Uni.createFrom().item(new BegunWork(outcome, List.of()));
        }
    }

    /// One request, in one transaction. Who names nobody who asks, only looks.
    private final class Beginning {
        private final SqlConnection connection;
        private final @Nullable ReplayRequest asking;

        Beginning(SqlConnection connection, @Nullable ReplayRequest asking) {
            this.connection = connection;
            this.asking = asking;
        }

        Uni<BegunWork> begin(long delivery) {
            return ask(ReplaySql.LOCK, Tuple.of(delivery)).chain(this::locked);
        }

        private Uni<BegunWork> locked(RowSet<Row> rows) {
            if (rows.size() == 0) return BegunWork.nothing(Outcome.notFound());
            long original = rows.iterator().next().getLong(0);
            return ask(ReplaySql.STATE, Tuple.of(original)).chain(this::decide);
        }

        private Uni<BegunWork> decide(RowSet<Row> rows) {
            Row row = rows.iterator().next();
            long original = row.getLong("id");
            Long underWay = row.getLong("under_way");
            String code = row.getString("code");
            FeedDefinition feed = feeds.find(code).orElse(null);
            if (!row.getBoolean("finished")) return refused(ReplayRefusal.STILL_OPEN);
            if (underWay != null) return BegunWork.of(new UnderWay(original, underWay));
            if (feed == null) return refused(ReplayRefusal.NO_MAPPING);
            String digest = feed.mappingDigest();
            return ask(ReplaySql.COUNT, Tuple.of(original, digest))
                    .map(counted -> counted.iterator().next().getLong(0))
                    .chain(count -> take(original, feed, count));
        }

        private Uni<BegunWork> take(long original, FeedDefinition feed, long count) {
            String digest = feed.mappingDigest();
            if (count == 0) return BegunWork.of(new NothingToReplay(original));
            if (asking == null) return BegunWork.of(new BegunReplay(original, 0, count));
            Tuple row = Tuple.of(original, digest, asking.by(), FreeText.of(asking.reason()));
            return ask(ReplaySql.DELIVERY, row)
                    .map(rows -> rows.iterator().next().getLong(0))
                    .chain(replay ->
                            ask(ReplaySql.CHUNKS, Tuple.of(original, digest, replay))
                                    .map(rows -> begun(original, feed.code(), replay, rows)))
                    .call(begun -> total(original, digest, begun))
                    .map(begun -> new BegunWork(Outcome.done(begun.state()), begun.chunks()));
        }

        /// @param chunks that the replay is worked off in
        private record StartedChunks(BegunReplay state, List<ChunkRef> chunks) {}

        private static StartedChunks begun(
                long original, String feed, long replay, RowSet<Row> rows) {
            long records = 0;
            for (Row row : rows) records += row.getInteger("records");
            List<ChunkRef> chunks = new ArrayList<>(rows.size());
            int size = Math.clamp(records, 0, Integer.MAX_VALUE);
            for (Row row : rows) {
                chunks.add(new ChunkRef(feed, replay, row.getInteger("chunk_no"), size));
            }
            return new StartedChunks(new BegunReplay(original, replay, records), chunks);
        }

        private Uni<Void> total(long original, String digest, StartedChunks begun) {
            BegunReplay state = begun.state();
            Tuple totals = Tuple.of(state.replay(), state.records(), begun.chunks().size());
            return ask(ReplaySql.TOTALS, totals)
                    .chain(() -> ask(ReplaySql.JUDGED, Tuple.of(original, digest)))
                    .replaceWithVoid();
        }

        private static Uni<BegunWork> refused(ReplayRefusal why) {
            return BegunWork.nothing(Outcome.refused(why));
        }

        private Uni<RowSet<Row>> ask(String sql, Tuple values) {
            return connection.preparedQuery(sql).execute(values);
        }
    }
}
