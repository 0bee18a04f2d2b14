package io.credithub.security;

import io.credithub.flow.access.KeyStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// When keys were last used. One time a minute is kept of each, however often it is shown, and all
/// of them are written at once.
@Singleton
public class LastUses {
    private final KeyStore store;
    private final InstantSource clock;

    /// The last minute of each key that was written or is going to be; only keys that opened
    /// something are here, so there are no more than the registry has.
    private final Map<String, Instant> minutes = new HashMap<>();

    private final Map<String, Instant> unwritten = new HashMap<>();

    @Inject
    public LastUses(KeyStore store) {
        this(store, InstantSource.system());
    }

    LastUses(KeyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    synchronized void used(String id) {
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        if (minute.equals(minutes.put(id, minute))) return;
        unwritten.put(id, now.truncatedTo(ChronoUnit.SECONDS));
    }

    /// Writes what is not written yet. What cannot be written now goes with the next.
    public Uni<Void> write() {
        return Uni.createFrom()
                .deferred(() -> {
                    Map<String, Instant> uses = take();
                    if (uses.isEmpty()) return Uni.createFrom().voidItem();
                    return store.used(uses).onFailure().invoke(() -> putBack(uses));
                });
    }

    private synchronized Map<String, Instant> take() {
        Map<String, Instant> uses = Map.copyOf(unwritten);
        unwritten.clear();
        return uses;
    }

    private synchronized void putBack(Map<String, Instant> uses) {
        uses.forEach(unwritten::putIfAbsent);
    }
}
