package io.credithub.security;

import io.credithub.flow.ApiKeys;
import io.credithub.flow.Caller;
import io.credithub.flow.Grant;
import io.credithub.flow.KeyStore;
import io.credithub.flow.KeyStore.Stored;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The keys that open something. A key that was looked up is remembered for a moment, so that a
/// thousand requests do not ask the registry a thousand times.
@Singleton
public class KnownKeys implements ApiKeys {
    /// A key that was taken back opens nothing any more after this time.
    static final Duration REMEMBERED = Duration.ofSeconds(20);

    private static final int REMEMBERED_MAX = 10_000;

    /// Compared with where no key is known, so that the answer takes as long.
    private static final byte[] NO_HASH = new byte[32];

    private final KeyStore store;
    private final LongSupplier nanoTime;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(Stored key, long until) {}

    @Inject
    public KnownKeys(KeyStore store) {
        this(store, System::nanoTime);
    }

    KnownKeys(KeyStore store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    @Override
    public Uni<Issued> issue(Grant grant, String label) {
        ApiKey key = ApiKey.draw(random);
        return save(key, grant, label).replaceWith(new Issued(key.id(), key.text()));
    }

    Uni<Void> save(ApiKey key, Grant grant, String label) {
        return store.save(new Stored(key.id(), key.hash(), label, grant, null));
    }

    @Override
    public Uni<Boolean> revoke(String id) {
        return store.revoke(id).invoke(() -> remembered.remove(id));
    }

    /// @return empty if the text is not a key that opens something
    Uni<Optional<Caller>> recognise(String text) {
        Optional<ApiKey> key = ApiKey.parse(text);
        if (key.isEmpty()) return Uni.createFrom().item(Optional.empty());
        return find(key.get().id()).map(stored -> caller(key.get(), stored.orElse(null)));
    }

    private static Optional<Caller> caller(ApiKey key, @Nullable Stored stored) {
        byte[] expected = stored == null ? NO_HASH : stored.secretHash();
        boolean same = MessageDigest.isEqual(key.hash(), expected);
        if (!same || stored == null || stored.revokedAt() != null) return Optional.empty();
        return Optional.of(new Caller(stored.id(), stored.grant()));
    }

    private Uni<Optional<Stored>> find(String id) {
        Remembered known = remembered.get(id);
        if (known != null && nanoTime.getAsLong() - known.until() < 0) {
            return Uni.createFrom().item(Optional.of(known.key()));
        }
        return store.find(id).invoke(found -> found.ifPresent(this::remember));
    }

    private void remember(Stored key) {
        if (remembered.size() >= REMEMBERED_MAX) remembered.clear();
        long until = nanoTime.getAsLong() + REMEMBERED.toNanos();
        remembered.put(key.id(), new Remembered(key, until));
    }
}
