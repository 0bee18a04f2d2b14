package io.credithub.fakes;

import io.credithub.flow.KeyStore;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public Uni<Optional<Stored>> find(String id) {
        asked++;
        return Uni.createFrom().item(Optional.ofNullable(keys.get(id)));
    }

    @Override
    public Uni<List<Stored>> all() {
        return Uni.createFrom().item(List.copyOf(keys.values()));
    }

    @Override
    public Uni<Boolean> revoke(String id) {
        Stored key = keys.get(id);
        if (key == null) return Uni.createFrom().item(false);
        keys.put(id, new Stored(id, key.secretHash(), key.label(), key.grant(), Instant.EPOCH));
        return Uni.createFrom().item(true);
    }
}
