package io.credithub.store.delivery;

import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.result.LeaseLost;
import io.credithub.flow.result.TooManyRecords;
import io.credithub.store.sealing.Sealed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes one delivery within a transaction: the row, chunk after chunk, and the cursor.
final class LandingWriter {
    private static final String DELIVERY =
            """
            insert into delivery (feed_id, reference, sha256, bytes, charset, head, mapping_digest,
                declared_records, declared_persons, declared_hours, stated_at, sha256_sealed,
                head_key, judged_rules, judged_roster)
            select $1::int2, $2::text, $3::bytea, $4::int8, $5::text, $6::bytea, $7::text, $8::int8,
                $9::int8, $10::int8, $11::timestamptz, $12::bytea, $13::int2, rulebook,
                roster_version from ledger_head
            on conflict (feed_id, sha256) where replay_of is null do nothing returning id\
            """;

    private static final String CHUNK =
            """
            insert into chunk (delivery_id, chunk_no, first_position, records, payload, payload_key)
            values ($1, $2, $3, $4, $5, $6)\
            """;

    private static final String TOTALS =
            "update delivery set received = $2, chunks = $3 where id = $1";

    /// Nothing is left to do about a delivery in which nothing was: its bytes are kept, and that is
    /// all.
    private static final String NOTHING_IN_IT =
            """
            with kept as (update chunk set done = true, persons = '' where delivery_id = $1)
            update delivery set chunks = $2, chunks_done = $2, persons = 0, finished_at = now()
            where id = $1\
            """;

    private static final String CURSOR =
            """
            update feed set cursor_position = $3, last_landed_at = now()
            where id = $1 and fence = $2\
            """;

    private static final String NO_CURSOR = "update feed set last_landed_at = now() where id = $1";

    private final SqlConnection connection;
    private final int feed;
    private final Sealed sealed;

    LandingWriter(SqlConnection connection, int feed, Sealed sealed) {
        this.connection = connection;
        this.feed = feed;
        this.sealed = sealed;
    }

    /// @return false if the same bytes are there already
    Uni<Boolean> write(DeliveryRow row) {
        return insert(row)
                .chain(id ->
                        id == null
                                ? Uni.createFrom().item(false)
                                : chunks(id, row)
                                        .chain(() -> moveCursor(row.delivery()))
                                        .replaceWith(true));
    }

    private Uni<@Nullable Long> insert(DeliveryRow row) {
        Delivery delivery = row.delivery();
        byte[] digest = row.digest().keyed();
        Tuple tuple =
                Tuple.tuple()
                        .addInteger(feed)
                        .addString(Sealed.reference(delivery.reference()))
                        .addValue(Buffer.buffer(digest))
                        .addLong(row.digest().bytes())
                        .addString(row.cuts().charset())
                        .addValue(sealed.delivery("head", feed, digest, row.cuts().head()))
                        .addString(row.feed().mappingDigest())
                        .addLong(delivery.declared().records())
                        .addLong(delivery.declared().persons())
                        .addLong(delivery.declared().hourHundredths())
                        .addOffsetDateTime(utc(delivery.statedAt()))
                        .addValue(
                                sealed.delivery(
                                        "sha256_sealed", feed, digest, row.digest().sha256()))
                        .addShort(sealed.key());
        return connection
                .preparedQuery(DELIVERY)
                .execute(tuple)
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong(0));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /// Cutting, deflating and sealing happen on a worker, writing on the connection; one chunk at a
    /// time.
    private Uni<Void> chunks(long delivery, DeliveryRow row) {
        LandingTotals totals = new LandingTotals();
        return Multi.createBy()
                .repeating()
                .uni(() -> next(delivery, row))
                .whilst(Optional::isPresent)
                .onItem()
                .transformToUniAndConcatenate(cut ->
                        cut.map(some -> write(delivery, some, totals))
                                .orElseGet(Uni.createFrom()::voidItem))
                .collect()
                .last()
                .chain(() -> save(delivery, totals));
    }

    private record LandedCut(Slice slice, byte[] payload, short key) {}

    private static final class LandingTotals {
        private long records;
        private long bytes;
        private int chunks;
    }

    private Uni<Optional<LandedCut>> next(long delivery, DeliveryRow row) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> Optional.ofNullable(row.cuts().next())))
                .map(slice -> slice.map(some -> cut(delivery, some)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private LandedCut cut(long delivery, Slice slice) {
        byte[] payload = sealed.payload(delivery, slice.chunk(), slice.bytes());
        return new LandedCut(slice, payload, sealed.key());
    }

    private Uni<Void> write(long delivery, LandedCut cut, LandingTotals totals) {
        totals.chunks++;
        totals.records += cut.slice().records();
        totals.bytes += cut.slice().bytes().length;
        TooManyRecords.check(totals.records, totals.bytes);
        Tuple tuple =
                Tuple.of(
                                delivery,
                                cut.slice().chunk(),
                                cut.slice().firstPosition(),
                                cut.slice().records(),
                                Buffer.buffer(cut.payload()))
                        .addShort(cut.key());
        return connection.preparedQuery(CHUNK).execute(tuple).replaceWithVoid();
    }

    private Uni<Void> save(long delivery, LandingTotals totals) {
        if (totals.records == 0) {
            return connection
                    .preparedQuery(NOTHING_IN_IT)
                    .execute(Tuple.of(delivery, totals.chunks))
                    .replaceWithVoid();
        }
        return connection
                .preparedQuery(TOTALS)
                .execute(Tuple.of(delivery, totals.records, totals.chunks))
                .replaceWithVoid();
    }

    /// Fails with [LeaseLost] if somebody else polls the feed by now.
    Uni<Void> moveCursor(Delivery delivery) {
        Delivery.CursorMove move = delivery.cursor();
        if (move == null) {
            return connection.preparedQuery(NO_CURSOR).execute(Tuple.of(feed)).replaceWithVoid();
        }
        return connection
                .preparedQuery(CURSOR)
                .execute(Tuple.of(feed, move.fence(), move.position()))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new LeaseLost(delivery.feed(), move.fence());
                    }
                })
                .replaceWithVoid();
    }
}
