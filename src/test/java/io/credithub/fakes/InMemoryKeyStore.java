package io.credithub.fakes;

import io.credithub.flow.access.KeyStore;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keys in a map; counts how often it was asked.
public final class InMemoryKeyStore implements KeyStore {
    private final Map<String, Stored> keys = new TreeMap<>();
    private int asked;

    public int asked() {
        return asked;
    }

    @Override
    public Uni<Void> save(Stored key) {
        keys.put(key.id(), key);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<Stored>> find(Collection<String> ids) {
        asked++;
        return Uni.createFrom()
                .item(keys.values().stream().filter(key -> ids.contains(key.id())).toList());
    }

    @Override
    public Uni<List<Stored>> all() {
        return Uni.createFrom().item(List.copyOf(keys.values()));
    }

    @Override
    public Uni<Boolean> revoke(String id) {
        Stored key = keys.get(id);
        if (key == null) return Uni.createFrom().item(false);
        keys.put(id, key.revoked(Instant.EPOCH));
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Void> used(Map<String, Instant> lastUses) {
        lastUses.forEach((id, at) -> keys.computeIfPresent(id, (_, key) -> key.used(at)));
        return Uni.createFrom().voidItem();
    }
}
