package io.credithub.flow.recognition;

import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Push;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.reading.Content;
import io.credithub.flow.recognition.ClaimOutbox.Pending;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/// Brings decisions to the ledger, by the way of every pushed record. What is not known to have
/// landed is pushed again: the same bytes are the same delivery, so it lands once.
@Singleton
public final class PushDecisions {
    private static final int SWEPT_MAX = 200;

    private final ClaimOutbox dispatches;
    private final Push push;

    public PushDecisions(ClaimOutbox dispatches, Push push) {
        this.dispatches = dispatches;
        this.push = push;
    }

    /// Pushes at once if that can be done; else [#sweep] does it.
    ///
    /// @return whether it has landed
    Uni<Boolean> soon(Pending pending) {
        return push(pending).replaceWith(true).onFailure().recoverWithItem(false);
    }

    /// Pushes what has not landed yet, oldest first. One that cannot be pushed does not keep the
    /// others.
    ///
    /// @return how many were pushed; fails after the last if any could not be
    public Uni<Long> sweep() {
        return dispatches
                .pending(SWEPT_MAX)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUni(pending -> push(pending).replaceWith(pending.no()))
                .collectFailures()
                .concatenate()
                .collect()
                .with(Collectors.counting());
    }

    private Uni<Void> push(Pending pending) {
        return push.push(delivery(pending))
                .map(Receipt::delivery)
                .chain(delivery -> dispatches.landed(pending, delivery));
    }

    private static Delivery delivery(Pending pending) {
        long records = 0;
        for (byte one : pending.payload()) if (one == '\n') records++;
        return new Delivery(
                RecognitionFeed.CODE,
                pending.number() + "/" + pending.no(),
                Content.of(pending.payload()),
                null,
                new Declared(records, null, null),
                null,
                null);
    }
}
