package io.credithub.security;

import io.credithub.domain.Narrow;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The master keys that the hub has: one seals, and each opens what it once sealed. Where they lie
/// in files they are read again when those change, so that keys are rotated under a running hub.
final class KeyRing {
    /// Files are not looked at more often.
    private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();

    private final Supplier<Masters> source;
    private final LongSupplier stamp;

    private volatile Masters masters;
    private volatile long seen;
    private volatile long lookedAt = System.nanoTime();

    /// Those that the first master gave, until the registry has others. They outlive any master.
    private volatile HashingKeys hashing;

    /// @param opening those that seal no more
    record Masters(PersonalKeys current, List<PersonalKeys> opening) {
        /// Keys are never printed.
        @Override
        public String toString() {
            return "Masters[***]";
        }
    }

    KeyRing(PersonalKeys current) {
        this(() -> new Masters(current, List.of()), () -> 0);
    }

    /// @param stamp another number when the source would give others
    KeyRing(Supplier<Masters> source, LongSupplier stamp) {
        this.source = source;
        this.stamp = stamp;
        this.seen = stamp.getAsLong();
        this.masters = source.get();
        this.hashing = masters.current().hashing();
    }

    PersonalKeys current() {
        if (System.nanoTime() - lookedAt > LOOK_NANOS) look();
        return masters.current();
    }

    /// Whatever opens now may be the work of a process that has seen a newer key already.
    private synchronized void look() {
        long now = stamp.getAsLong();
        lookedAt = System.nanoTime();
        if (now == seen) return;
        masters = source.get();
        seen = now;
    }

    /// @throws IllegalStateException if the hub does not have the key
    PersonalKeys of(byte id) {
        PersonalKeys known = find(masters, id);
        if (known == null) {
            look();
            known = find(masters, id);
        }
        if (known == null) throw new IllegalStateException("sealed with another key");
        return known;
    }

    private static @Nullable PersonalKeys find(Masters among, byte id) {
        if (among.current().id() == id) return among.current();
        for (PersonalKeys one : among.opening()) if (one.id() == id) return one;
        return null;
    }

    boolean holds(int id, UUID fingerprint) {
        PersonalKeys known = find(masters, Narrow.toOctet(id));
        return known != null && known.name().fingerprint().equals(fingerprint);
    }

    HashingKeys hashing() {
        return hashing;
    }

    void adopt(HashingKeys others) {
        hashing = others;
    }
}
