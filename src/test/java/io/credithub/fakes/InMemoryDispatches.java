package io.credithub.fakes;

import io.credithub.flow.subscription.Dispatches;
import io.credithub.flow.subscription.ReportDispatch;
import io.credithub.flow.subscription.ReportDispatch.DispatchState;
import io.credithub.flow.subscription.ReportDispatch.SendReceipt;
import io.credithub.flow.subscription.SendRefusal;
import io.credithub.flow.subscription.Subscription;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Dispatches in memory. A lease of no length is over at once, any other lasts for ever.
public final class InMemoryDispatches implements Dispatches {
    private final InMemorySubscriptions subscriptions;
    private final Map<Integer, KeptDispatch> all = new TreeMap<>();

    InMemoryDispatches(InMemorySubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    private static final class KeptDispatch {
        private final int id;
        private final UUID key = UUID.randomUUID();
        private final int subscription;
        private final Instant dueAt;
        private final boolean isTrial;
        private DispatchState state = DispatchState.WAITING;
        private @Nullable Integer job;
        private int hold;
        private boolean isHeld;
        private int takes;
        private int attempts;
        private @Nullable Instant firstTry;
        private @Nullable Instant tryAt;
        private @Nullable String fileName;
        private @Nullable SendReceipt receipt;
        private @Nullable String failure;
        private @Nullable SendRefusal refused;
        private @Nullable Instant finishedAt;

        KeptDispatch(int id, int subscription, Instant dueAt, boolean isTrial) {
            this.id = id;
            this.subscription = subscription;
            this.dueAt = dueAt;
            this.isTrial = isTrial;
        }

        ReportDispatch told() {
            return new ReportDispatch(
                    id,
                    key,
                    dueAt,
                    isTrial,
                    state,
                    job,
                    attempts,
                    firstTry,
                    tryAt,
                    fileName,
                    receipt,
                    failure,
                    refused,
                    finishedAt);
        }

        void next(DispatchState then, @Nullable Instant when) {
            state = then;
            tryAt = when;
            isHeld = false;
            takes = 0;
            finishedAt = when == null ? Instant.now() : null;
        }
    }

    void add(Subscription of, Instant dueAt, boolean isTrial, Instant now) {
        put(of, dueAt, isTrial, now);
    }

    private KeptDispatch put(Subscription of, Instant dueAt, boolean isTrial, Instant now) {
        KeptDispatch made = new KeptDispatch(all.size() + 1, of.id(), dueAt, isTrial);
        made.tryAt = now;
        all.put(made.id, made);
        return made;
    }

    private AddressedDispatch addressed(KeptDispatch one) {
        return new AddressedDispatch(one.told(), subscriptions.get(one.subscription));
    }

    @Override
    public Uni<Optional<ReportDispatch>> trial(Subscription wanted, int most, Instant now) {
        long open =
                all.values().stream()
                        .filter(one -> one.subscription == wanted.id() && one.isTrial)
                        .filter(one -> one.tryAt != null)
                        .count();
        return Uni.createFrom()
                .item(
                        open < most
                                ? Optional.of(put(wanted, now, true, now).told())
                                : Optional.empty());
    }

    /// What was tried in vain of one that was removed.
    void stop(int subscription) {
        for (KeptDispatch one : all.values()) {
            if (one.subscription != subscription || one.state != DispatchState.DEAD) continue;
            one.state = DispatchState.REFUSED;
            one.refused = SendRefusal.STOPPED;
        }
    }

    @Override
    public Uni<Optional<AddressedDispatch>> find(int id) {
        return Uni.createFrom().item(Optional.ofNullable(all.get(id)).map(this::addressed));
    }

    @Override
    public Uni<List<AddressedDispatch>> seen(DispatchQuery question, int before, int most) {
        return Uni.createFrom()
                .item(
                        all.values().stream()
                                .map(this::addressed)
                                .filter(one -> one.dispatch().id() < before && is(one, question))
                                .sorted(
                                        Comparator.comparingInt(
                                                (AddressedDispatch one) -> -one.dispatch().id()))
                                .limit(most)
                                .toList());
    }

    private static boolean is(AddressedDispatch one, DispatchQuery question) {
        Integer of = question.subscription();
        return one.of().isSeenBy(question.owner(), question.view())
                && (of == null || of == one.of().id())
                && (question.state() == null || question.state() == one.dispatch().state());
    }

    @Override
    public Uni<Optional<TakenDispatch>> take(Instant now, Collection<String> busy, Duration lease) {
        for (KeptDispatch one : all.values()) {
            if (one.tryAt == null || one.isHeld || one.takes < TakenDispatch.TAKES_MAX) continue;
            one.attempts++;
            one.failure = TakenDispatch.LOST;
            one.next(DispatchState.DEAD, null);
        }
        Optional<KeptDispatch> next =
                all.values().stream()
                        .filter(one -> one.tryAt != null && !one.tryAt.isAfter(now) && !one.isHeld)
                        .filter(one -> !busy.contains(addressed(one).of().address().target()))
                        .min(Comparator.comparing(one -> Objects.requireNonNull(one.tryAt)));
        next.ifPresent(one -> {
            one.hold++;
            one.takes++;
            one.isHeld = lease.isPositive();
            if (one.firstTry == null) one.firstTry = now;
        });
        return Uni.createFrom().item(next.map(one -> new TakenDispatch(addressed(one), one.hold)));
    }

    private @Nullable KeptDispatch held(TakenDispatch taken) {
        KeptDispatch one = all.get(taken.id());
        return one != null && one.hold == taken.hold() && one.tryAt != null ? one : null;
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> later(TakenDispatch taken, @Nullable Integer job, Instant next) {
        KeptDispatch one = held(taken);
        if (one == null) return done();
        one.job = job;
        one.next(DispatchState.WAITING, next);
        return done();
    }

    @Override
    public Uni<Void> made(TakenDispatch taken, String fileName, Instant now) {
        KeptDispatch one = held(taken);
        if (one == null) return done();
        if (one.fileName == null) one.fileName = fileName;
        one.next(DispatchState.MADE, now);
        return done();
    }

    @Override
    public Uni<Void> sent(TakenDispatch taken, SendReceipt receipt) {
        KeptDispatch one = held(taken);
        if (one == null) return done();
        one.receipt = receipt;
        one.failure = null;
        one.next(DispatchState.SENT, null);
        return done();
    }

    @Override
    public Uni<Void> failed(
            TakenDispatch taken, String failure, @Nullable Integer job, @Nullable Instant next) {
        KeptDispatch one = held(taken);
        if (one == null) return done();
        one.attempts++;
        one.failure = failure;
        one.job = job;
        DispatchState open = job == null ? DispatchState.WAITING : one.state;
        one.next(next == null ? DispatchState.DEAD : open, next);
        return done();
    }

    @Override
    public Uni<Void> refuse(TakenDispatch taken, SendRefusal why) {
        KeptDispatch one = held(taken);
        if (one == null) return done();
        one.refused = why;
        one.next(DispatchState.REFUSED, null);
        return done();
    }

    @Override
    public Uni<Boolean> retry(int id, Instant now) {
        KeptDispatch one = all.get(id);
        boolean isDead = one != null && one.state == DispatchState.DEAD;
        if (one != null && isDead) {
            one.attempts = 0;
            one.firstTry = null;
            one.hold++;
            one.next(DispatchState.WAITING, now);
        }
        return Uni.createFrom().item(isDead);
    }

    @Override
    public Uni<Long> dead() {
        return Uni.createFrom()
                .item(all.values().stream().filter(one -> one.state == DispatchState.DEAD).count());
    }
}
