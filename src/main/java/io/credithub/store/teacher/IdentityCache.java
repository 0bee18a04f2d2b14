package io.credithub.store.teacher;

import io.credithub.domain.teacher.Identity;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who is who, as far as somebody asked: true under one version of the roster, and of no use under
/// any other. Whoever writes by it checks the version holding the ledger lock.
///
/// @param roster the version
public record IdentityCache(
        long roster,
        KnownKeysOf<String> byNumber,
        KnownKeysOf<UUID> byDocument,
        Map<Integer, Identity> persons) {
    private static final int KEYS_MAX = 100_000;

    public static IdentityCache of(long roster) {
        return new IdentityCache(
                roster, new KnownKeysOf<>(), new KnownKeysOf<>(), new ConcurrentHashMap<>());
    }

    /// Who somebody is. Whoever is forgotten is asked for again, by whatever key.
    void learn(int teacher, Identity identity) {
        if (persons.size() >= KEYS_MAX) persons.clear();
        persons.put(teacher, identity);
    }

    /// Teachers by one kind of key. Who is unknown is asked for again.
    static final class KnownKeysOf<K> {
        private final Map<K, Integer> teachers = new ConcurrentHashMap<>();

        @Nullable Integer get(K key) {
            return teachers.get(key);
        }

        void learn(K key, int teacher) {
            if (teachers.size() >= KEYS_MAX) teachers.clear();
            teachers.put(key, teacher);
        }
    }
}
