package io.credithub.source;

import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Delivery.CursorMove;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.result.LeaseLost;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Remembers what landed and moves the real cursor under the real fence; fails when told to.
@Alternative
@Singleton
public class RecordingLanding implements Landing {
    public record Landed(Delivery delivery, String text) {}

    private final Pool pool;
    private final List<Landed> landed = new CopyOnWriteArrayList<>();
    private volatile boolean hangs;
    private final AtomicInteger untilFailure = new AtomicInteger(-1);

    RecordingLanding(Pool pool) {
        this.pool = pool;
    }

    public List<Landed> of(String feed) {
        return landed.stream().filter(one -> one.delivery().feed().equals(feed)).toList();
    }

    public void clear() {
        landed.clear();
        hangs = false;
        untilFailure.set(-1);
    }

    /// @param deliveries that still land before one, once, does not
    public void failAfter(int deliveries) {
        untilFailure.set(deliveries);
    }

    /// From now on no landing ends.
    void hang() {
        hangs = true;
    }

    @Override
    public Uni<Receipt> land(Delivery delivery) {
        if (hangs) return Uni.createFrom().nothing();
        if (untilFailure.getAndDecrement() == 0) {
            return Uni.createFrom().failure(new IOException("the database is away"));
        }
        String text = text(delivery);
        return move(delivery)
                .invoke(() -> landed.add(new Landed(delivery, text)))
                .map(ignored -> receipt(delivery));
    }

    private Uni<Boolean> move(Delivery delivery) {
        @Nullable CursorMove move = delivery.cursor();
        if (move == null) return Uni.createFrom().item(true);
        return pool.preparedQuery(
                        "update feed set cursor_position = $1, last_landed_at = now()"
                                + " where code = $2 and fence = $3")
                .execute(Tuple.of(move.position(), delivery.feed(), move.fence()))
                .map(rows -> {
                    if (rows.rowCount() == 1) return true;
                    throw new LeaseLost(delivery.feed(), move.fence());
                });
    }

    private Receipt receipt(Delivery delivery) {
        return new Receipt(landed.size(), delivery.feed(), "", 0, 1, Instant.EPOCH, false, null);
    }

    private static String text(Delivery delivery) {
        try (InputStream in = delivery.content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
