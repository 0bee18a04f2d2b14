package io.credithub.flow.subscription;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.KeyStore.Stored;
import io.credithub.flow.access.Role;
import io.credithub.flow.subscription.DispatchTarget.DispatchTargets;
import io.credithub.flow.subscription.Subscription.SubscriptionState;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether who subscribed may have the report now, whatever was so when they did. Asked before it
/// is made and again before it is sent.
public final class DispatchRights {
    private final KeyStore keys;
    private final DispatchTargets targets;
    private final InstantSource clock;

    /// @param clock in which keys live: real time, on a stage too
    public DispatchRights(KeyStore keys, DispatchTargets targets, InstantSource clock) {
        this.keys = keys;
        this.targets = targets;
        this.clock = clock;
    }

    /// @param role of the owner's key; null: there is no such key
    /// @param refused null: the owner may have it
    record RightsNow(@Nullable String role, @Nullable SendRefusal refused) {}

    Uni<RightsNow> of(Subscription wanted) {
        return keys.find(wanted.owner()).map(key -> of(wanted, key.orElse(null)));
    }

    private RightsNow of(Subscription wanted, @Nullable Stored key) {
        if (key == null) return new RightsNow(null, SendRefusal.KEY_GONE);
        return new RightsNow(Role.of(key.grant()), refusal(wanted, key));
    }

    private @Nullable SendRefusal refusal(Subscription wanted, Stored key) {
        if (key.revokedAt() != null) return SendRefusal.KEY_GONE;
        if (key.hasExpired(clock.instant())) return SendRefusal.KEY_EXPIRED;
        Optional<Jurisdiction> view = key.grant().view();
        if (view.isEmpty()) return SendRefusal.ROLE;
        if (!wanted.wish().within().isWithin(view.get())) return SendRefusal.SCOPE;
        if (wanted.state() != SubscriptionState.ACTIVE) return SendRefusal.STOPPED;
        return targets.find(wanted.address().target())
                .flatMap(target ->
                        target.terms().refusal(wanted.owner(), wanted.wish(), wanted.address()))
                .orElse(null);
    }
}
