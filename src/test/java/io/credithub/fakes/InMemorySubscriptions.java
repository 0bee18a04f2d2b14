package io.credithub.fakes;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.subscription.SendRefusal;
import io.credithub.flow.subscription.Subscription;
import io.credithub.flow.subscription.Subscription.SendAddress;
import io.credithub.flow.subscription.Subscription.SubscriptionState;
import io.credithub.flow.subscription.Subscriptions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Subscriptions in memory, and what they order in [#dispatches].
public final class InMemorySubscriptions implements Subscriptions {
    private final Map<Integer, Subscription> all = new TreeMap<>();
    private final InMemoryDispatches dispatches = new InMemoryDispatches(this);

    public InMemoryDispatches dispatches() {
        return dispatches;
    }

    Subscription get(int id) {
        return Objects.requireNonNull(all.get(id));
    }

    @Override
    public Uni<Optional<Subscription>> add(Subscription wanted, int most) {
        long own =
                all.values().stream()
                        .filter(one -> isThere(one) && one.owner().equals(wanted.owner()))
                        .count();
        if (own >= most) return Uni.createFrom().item(Optional.empty());
        int id = all.size() + 1;
        all.put(id, with(wanted, id, wanted.state(), null, 1, wanted.nextDue()));
        return find(id);
    }

    private static boolean isThere(Subscription one) {
        return one.state() != SubscriptionState.REMOVED;
    }

    private static Subscription with(
            Subscription one,
            int id,
            SubscriptionState state,
            @Nullable SendRefusal why,
            int version,
            @Nullable Instant due) {
        return new Subscription(
                id,
                one.owner(),
                one.wish(),
                one.schedule(),
                one.address(),
                state,
                why,
                version,
                due,
                one.madeAt());
    }

    @Override
    public Uni<Optional<Subscription>> find(int id) {
        return Uni.createFrom()
                .item(Optional.ofNullable(all.get(id)).filter(InMemorySubscriptions::isThere));
    }

    @Override
    public Uni<List<Subscription>> seen(String owner, Jurisdiction view, int after, int most) {
        return Uni.createFrom()
                .item(
                        all.values().stream()
                                .filter(one -> isThere(one) && one.isSeenBy(owner, view))
                                .filter(one -> one.id() > after)
                                .limit(most)
                                .toList());
    }

    @Override
    public Uni<Optional<Subscription>> change(Subscription changed) {
        Subscription before = all.get(changed.id());
        if (before == null || !isThere(before) || before.version() != changed.version()) {
            return Uni.createFrom().item(Optional.empty());
        }
        int version = changed.version() + 1;
        all.put(
                changed.id(),
                with(changed, changed.id(), changed.state(), null, version, changed.nextDue()));
        return find(changed.id());
    }

    @Override
    public Uni<Boolean> remove(int id) {
        Subscription before = all.get(id);
        if (before == null || !isThere(before)) return Uni.createFrom().item(false);
        end(before, SubscriptionState.REMOVED, before.paused());
        dispatches.stop(id);
        return Uni.createFrom().item(true);
    }

    /// Knows neither keys nor when something was removed: with no time to be kept, it is now.
    @Override
    public Uni<Integer> blot(Duration kept) {
        int blotted = 0;
        for (Subscription one : List.copyOf(all.values())) {
            if (isThere(one) || kept.isPositive() || one.address().recipients().isEmpty()) continue;
            all.put(one.id(), withoutRecipients(one));
            blotted++;
        }
        return Uni.createFrom().item(blotted);
    }

    private static Subscription withoutRecipients(Subscription one) {
        return new Subscription(
                one.id(),
                one.owner(),
                one.wish(),
                one.schedule(),
                new SendAddress(one.address().target(), List.of()),
                one.state(),
                one.paused(),
                one.version() + 1,
                one.nextDue(),
                one.madeAt());
    }

    private void end(Subscription one, SubscriptionState state, @Nullable SendRefusal why) {
        all.put(one.id(), with(one, one.id(), state, why, one.version() + 1, null));
    }

    @Override
    public Uni<List<Subscription>> due(Instant now, int most) {
        return Uni.createFrom()
                .item(
                        all.values().stream()
                                .filter(one -> one.nextDue() != null && !one.nextDue().isAfter(now))
                                .sorted(
                                        Comparator.comparing(
                                                one -> Objects.requireNonNull(one.nextDue())))
                                .limit(most)
                                .toList());
    }

    @Override
    public Uni<Void> order(Subscription due, @Nullable Instant next, Instant now) {
        Subscription kept = get(due.id());
        Instant when = Objects.requireNonNull(due.nextDue());
        if (when.equals(kept.nextDue())) {
            all.put(
                    kept.id(),
                    with(kept, kept.id(), kept.state(), kept.paused(), kept.version(), next));
            dispatches.add(kept, when, false, now);
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> pause(int id, SendRefusal why) {
        Subscription before = get(id);
        if (before.state() == SubscriptionState.ACTIVE) {
            end(before, SubscriptionState.PAUSED, why);
        }
        return Uni.createFrom().voidItem();
    }
}
