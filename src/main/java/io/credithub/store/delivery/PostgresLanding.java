package io.credithub.store.delivery;

import io.credithub.flow.delivery.ChunkArrivals;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.delivery.Receipts;
import io.credithub.flow.delivery.Replays;
import io.credithub.flow.delivery.Replays.ReplayRequest;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.load.FeedActivity;
import io.credithub.flow.reading.Closing;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.connection.Turns;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Lands deliveries: bytes unchanged, deflated and sealed, in chunks, with the receipt and the
/// feed's cursor in one transaction. The content is read twice, once for its digest and once to cut
/// it; at no time is more than one chunk of it in memory.
@ApplicationScoped
public class PostgresLanding implements Landing, Receipts {
    private static final String KNOWN =
            """
            select id, received, chunks, landed_at from delivery
            where feed_id = $1 and (sha256 = $2 or sha256 = $3 and head_key is null)
                and replay_of is null\
            """;

    private final Pool pool;
    private final FeedNumbers numbers;
    private final Feeds feeds;
    private final Reading reading;
    private final ChunkArrivals arrivals;
    private final Replays replays;
    private final Sealing sealing;
    private final LandingTurns turns;

    public PostgresLanding(
            Pool pool,
            FeedNumbers numbers,
            Feeds feeds,
            Reading reading,
            ChunkArrivals arrivals,
            Replays replays,
            Sealing sealing,
            FeedActivity activity) {
        this.pool = pool;
        this.numbers = numbers;
        this.feeds = feeds;
        this.reading = reading;
        this.arrivals = arrivals;
        this.replays = replays;
        this.sealing = sealing;
        Turns.Clock clock = Turns.Clock.of(Infrastructure.getDefaultWorkerPool());
        this.turns = new LandingTurns(activity, clock);
    }

    @Override
    public Uni<Receipt> land(Delivery delivery) {
        FeedDefinition feed =
                feeds.find(delivery.feed())
                        .orElseThrow(
                                () -> new IllegalArgumentException("no feed " + delivery.feed()));
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> ContentDigest.of(delivery.content(), sealing)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .call(numbers::learned)
                .chain(digest -> land(delivery, feed, digest));
    }

    private Uni<Receipt> land(Delivery delivery, FeedDefinition feed, ContentDigest digest) {
        return known(delivery.feed(), digest.sha256())
                .chain(receipt ->
                        receipt != null
                                ? moveCursor(delivery).chain(() -> judgedAgain(receipt))
                                : store(delivery, feed, digest));
    }

    @Override
    public Uni<@Nullable Receipt> find(String feed, byte[] sha256) {
        return numbers.learned().chain(() -> known(feed, sha256));
    }

    /// The sender does its part by sending the same again. What was rejected for a reason that has
    /// passed is taken now.
    private Uni<Receipt> judgedAgain(Receipt receipt) {
        ReplayRequest sender = new ReplayRequest("feed:" + receipt.feed(), null);
        return replays.beginIfPassed(receipt.delivery(), sender).map(receipt::judgedAgainBy);
    }

    private Uni<Receipt> store(Delivery delivery, FeedDefinition feed, ContentDigest digest) {
        return Uni.createFrom()
                .item(
                        Unchecked.supplier(() ->
                                reading.cut(
                                        feed.format(),
                                        delivery.charset(),
                                        delivery.content(),
                                        ChunkRef.RECORDS_MAX)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(cuts -> store(new DeliveryRow(delivery, feed, digest, cuts)))
                .chain(stored -> stored ? landed(delivery, digest) : repeated(delivery, digest));
    }

    /// @return false if the same bytes landed in the meantime
    private Uni<Boolean> store(DeliveryRow row) {
        int feed = numbers.number(row.delivery().feed());
        return turns.inTurn(
                        row.delivery().feed(),
                        row.digest().bytes(),
                        () -> pool.withTransaction(on -> writer(on, feed).write(row)))
                .eventually(Closing.of(row.cuts()));
    }

    private Uni<Receipt> landed(Delivery delivery, ContentDigest digest) {
        return known(delivery.feed(), digest.sha256())
                .map(PostgresLanding::first)
                .invoke(this::announce);
    }

    private Uni<Receipt> repeated(Delivery delivery, ContentDigest digest) {
        return moveCursor(delivery)
                .chain(() -> known(delivery.feed(), digest.sha256()))
                .onItem()
                .ifNull()
                .fail();
    }

    private void announce(Receipt receipt) {
        if (receipt.records() == 0) return; // done as it landed
        int records = Math.clamp(receipt.records(), 0, Integer.MAX_VALUE);
        for (int chunk = 0; chunk < receipt.chunks(); chunk++) {
            arrivals.announce(new ChunkRef(receipt.feed(), receipt.delivery(), chunk, records));
        }
    }

    private static Receipt first(@Nullable Receipt known) {
        if (known == null) throw new IllegalStateException("what has just landed is not there");
        return new Receipt(
                known.delivery(),
                known.feed(),
                known.sha256(),
                known.records(),
                known.chunks(),
                known.landedAt(),
                false,
                null);
    }

    private Uni<@Nullable Receipt> known(String feed, byte[] sha256) {
        return pool.preparedQuery(KNOWN)
                .execute(
                        Tuple.of(
                                numbers.number(feed),
                                Buffer.buffer(sealing.keyed(sha256)),
                                Buffer.buffer(sha256)))
                .map(rows -> receipt(feed, sha256, rows));
    }

    private static @Nullable Receipt receipt(String feed, byte[] sha256, RowSet<Row> rows) {
        if (rows.size() == 0) return null;
        Row row = rows.iterator().next();
        return new Receipt(
                row.getLong("id"),
                feed,
                HexFormat.of().formatHex(sha256),
                row.getLong("received"),
                row.getInteger("chunks"),
                row.getOffsetDateTime("landed_at").toInstant(),
                true,
                null);
    }

    private Uni<Void> moveCursor(Delivery delivery) {
        return pool.withTransaction(connection ->
                writer(connection, numbers.number(delivery.feed())).moveCursor(delivery));
    }

    private LandingWriter writer(SqlConnection connection, int feed) {
        return new LandingWriter(connection, feed, new Sealed(sealing));
    }
}
