package io.credithub.flow.subscription;

import io.credithub.flow.rules.Policies;
import io.credithub.flow.subscription.Dispatches.TakenDispatch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Orders what is due, and sends what is made: a few at a time, and to each target one, so that one
/// that is slow keeps nobody else waiting.
///
/// Safe for several threads.
public final class SendReports {
    private static final int DUE_AT_ONCE = 100;

    private final Subscriptions subscriptions;
    private final Dispatches dispatches;
    private final SendDispatch sending;
    private final Policies policies;
    private final InstantSource clock;
    private final SendPlaces places;
    private final Map<Integer, String> atWork = new HashMap<>();
    private boolean isLooking;

    /// @param atOnce how many are sent at a time
    /// @param lease for so long nobody else takes what is being sent: longer than sending may take
    public record SendPlaces(int atOnce, Duration lease) {}

    public SendReports(
            Subscriptions subscriptions,
            Dispatches dispatches,
            SendDispatch sending,
            Policies policies,
            InstantSource clock,
            SendPlaces places) {
        this.subscriptions = subscriptions;
        this.dispatches = dispatches;
        this.sending = sending;
        this.policies = policies;
        this.clock = clock;
        this.places = places;
    }

    /// Has what is due made and sent. What was missed while nobody looked goes out once.
    public Uni<Void> order() {
        Instant now = clock.instant();
        return subscriptions
                .due(now, DUE_AT_ONCE)
                .chain(due ->
                        Multi.createFrom()
                                .iterable(due)
                                .onItem()
                                .transformToUniAndConcatenate(one -> order(one, now))
                                .collect()
                                .last()
                                .replaceWithVoid());
    }

    private Uni<Void> order(Subscription due, Instant now) {
        Instant next = due.schedule().next(now, policies.zone()).orElse(null);
        return subscriptions.order(due, next, now);
    }

    /// Begins whatever can be done next and there is a place for. Does not wait for its end.
    public Uni<Void> look() {
        return Uni.createFrom().deferred(() -> enter() ? next() : Uni.createFrom().voidItem());
    }

    private synchronized boolean enter() {
        if (isLooking || atWork.size() >= places.atOnce()) return false;
        isLooking = true;
        return true;
    }

    private Uni<Void> next() {
        return dispatches
                .take(clock.instant(), busy(), places.lease())
                .onFailure()
                .invoke(this::leave)
                .chain(found -> {
                    found.ifPresent(this::begin);
                    leave();
                    return found.isEmpty() ? Uni.createFrom().voidItem() : look();
                });
    }

    private synchronized void leave() {
        isLooking = false;
    }

    private synchronized List<String> busy() {
        return new ArrayList<>(atWork.values());
    }

    private void begin(TakenDispatch taken) {
        synchronized (this) {
            atWork.put(taken.id(), taken.what().of().address().target());
        }
        sending.step(taken).subscribe().with(_ -> end(taken), _ -> end(taken)); // its lease tells
    }

    private void end(TakenDispatch taken) {
        synchronized (this) {
            atWork.remove(taken.id());
        }
        look().subscribe().with(_ -> {}, _ -> {}); // or somebody looks later
    }

    /// How many are being made or sent.
    public synchronized int running() {
        return atWork.size();
    }
}
