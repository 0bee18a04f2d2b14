package io.credithub.security;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Caller;
import io.credithub.flow.access.Gathering;
import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.KeyStore.Stored;
import io.credithub.flow.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The keys that open something. The registry is asked each time, so that a key that was taken back
/// anywhere opens nothing here any more; a thousand requests at once are few questions.
///
/// Keys live in real time, on a stage too: what was to end tomorrow must not go on because the demo
/// plays on another day.
@Singleton
public class KnownKeys implements ApiKeys {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    /// Compared with where no key is known, so that the answer takes as long.
    private static final byte[] NO_HASH = new byte[32];

    private final KeyStore store;
    private final InstantSource clock;
    private final Gathering<String, Optional<Stored>> lookUp;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public KnownKeys(KeyStore store) {
        this(store, InstantSource.system());
    }

    KnownKeys(KeyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.lookUp = new Gathering<>("the keys", ANSWER_MAX, this::find);
    }

    @Override
    public Uni<IssuedKey> issue(Permission grant, String label, @Nullable Instant expiresAt) {
        ApiKey key = ApiKey.draw(random);
        Stored made = Stored.made(key.id(), key.hash(), label, grant, clock.instant());
        return store.save(made.until(expiresAt)).replaceWith(new IssuedKey(key.id(), key.text()));
    }

    Uni<Void> save(ApiKey key, Permission grant, String label) {
        return store.save(Stored.made(key.id(), key.hash(), label, grant, clock.instant()));
    }

    @Override
    public Uni<Boolean> revoke(String id) {
        return store.revoke(id);
    }

    Instant now() {
        return clock.instant();
    }

    /// What became of a key that somebody showed.
    Uni<Recognised> recognise(ApiKey key) {
        return lookUp.ask(key.id()).map(stored -> recognised(key, stored.orElse(null)));
    }

    private Recognised recognised(ApiKey key, @Nullable Stored stored) {
        byte[] expected = stored == null ? NO_HASH : stored.secretHash();
        boolean isSame = MessageDigest.isEqual(key.hash(), expected);
        if (stored == null) return Recognised.RefusedCaller.UNKNOWN;
        if (!isSame) return Recognised.RefusedCaller.WRONG;
        if (stored.revokedAt() != null) return Recognised.RefusedCaller.REVOKED;
        if (stored.hasExpired(clock.instant())) return Recognised.RefusedCaller.EXPIRED;
        return new Recognised.Opened(new Caller(stored.id(), stored.grant()));
    }

    private Uni<List<Optional<Stored>>> find(List<String> ids) {
        return store.find(Set.copyOf(ids))
                .map(found -> {
                    Map<String, Stored> byId =
                            found.stream()
                                    .collect(Collectors.toMap(Stored::id, Function.identity()));
                    return ids.stream().map(id -> Optional.ofNullable(byId.get(id))).toList();
                });
    }
}
