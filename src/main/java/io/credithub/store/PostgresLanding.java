package io.credithub.store;

import io.credithub.flow.ChunkArrivals;
import io.credithub.flow.ChunkRef;
import io.credithub.flow.Closing;
import io.credithub.flow.Delivery;
import io.credithub.flow.FeedDefinition;
import io.credithub.flow.Feeds;
import io.credithub.flow.Landing;
import io.credithub.flow.Reading;
import io.credithub.flow.Receipt;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Lands deliveries: bytes deflated and unchanged, in chunks, with the receipt and the feed's
/// cursor in one transaction. The content is read twice, once for its digest and once to cut it; at
/// no time is more than one chunk of it in memory.
@ApplicationScoped
public class PostgresLanding implements Landing {
    private static final String KNOWN =
            """
            select id, received, chunks, landed_at from delivery
            where feed_id = $1 and sha256 = $2\
            """;

    private final Pool pool;
    private final FeedNumbers numbers;
    private final Feeds feeds;
    private final Reading reading;
    private final ChunkArrivals arrivals;

    PostgresLanding(
            Pool pool, FeedNumbers numbers, Feeds feeds, Reading reading, ChunkArrivals arrivals) {
        this.pool = pool;
        this.numbers = numbers;
        this.feeds = feeds;
        this.reading = reading;
        this.arrivals = arrivals;
    }

    @Override
    public Uni<Receipt> land(Delivery delivery) {
        FeedDefinition feed =
                feeds.find(delivery.feed())
                        .orElseThrow(
                                () -> new IllegalArgumentException("no feed " + delivery.feed()));
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> ContentDigest.of(delivery.content())))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .call(numbers::learned)
                .chain(digest -> land(delivery, feed, digest));
    }

    private Uni<Receipt> land(Delivery delivery, FeedDefinition feed, ContentDigest digest) {
        return known(delivery, digest)
                .chain(receipt ->
                        receipt != null
                                ? moveCursor(delivery).replaceWith(receipt)
                                : store(delivery, feed, digest));
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
        return pool.withTransaction(connection -> new LandingWriter(connection, feed).write(row))
                .eventually(Closing.of(row.cuts()));
    }

    private Uni<Receipt> landed(Delivery delivery, ContentDigest digest) {
        return known(delivery, digest).map(PostgresLanding::first).invoke(this::announce);
    }

    private Uni<Receipt> repeated(Delivery delivery, ContentDigest digest) {
        return moveCursor(delivery).chain(() -> known(delivery, digest)).onItem().ifNull().fail();
    }

    private void announce(Receipt receipt) {
        if (receipt.records() == 0) return; // done as it landed
        int records = (int) Math.min(receipt.records(), Integer.MAX_VALUE);
        for (int chunk = 0; chunk < receipt.chunks(); chunk++) {
            arrivals.announce(new ChunkRef(receipt.delivery(), chunk, records));
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
                false);
    }

    private Uni<@Nullable Receipt> known(Delivery delivery, ContentDigest digest) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(numbers.number(delivery.feed()), Buffer.buffer(digest.sha256())))
                .map(rows -> receipt(delivery, digest, rows));
    }

    private static @Nullable Receipt receipt(
            Delivery delivery, ContentDigest digest, RowSet<Row> rows) {
        if (rows.size() == 0) return null;
        Row row = rows.iterator().next();
        return new Receipt(
                row.getLong("id"),
                delivery.feed(),
                HexFormat.of().formatHex(digest.sha256()),
                row.getLong("received"),
                row.getInteger("chunks"),
                row.getOffsetDateTime("landed_at").toInstant(),
                true);
    }

    private Uni<Void> moveCursor(Delivery delivery) {
        return pool.withTransaction(connection ->
                new LandingWriter(connection, numbers.number(delivery.feed()))
                        .moveCursor(delivery));
    }
}
