package io.credithub.security;

import io.credithub.flow.certificate.Signing;
import io.credithub.flow.certificate.VerificationKey;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Signs with the key of a file, and with another one as soon as the file holds it.
final class FileSigning implements Signing {
    /// The file is not looked at more often.
    private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();

    private final Supplier<Signing> source;
    private final LongSupplier stamp;

    private Signing current;
    private long seen;
    private long lookedAt = System.nanoTime();

    /// @param stamp another number when the source would give another key
    FileSigning(Supplier<Signing> source, LongSupplier stamp) {
        this.source = source;
        this.seen = stamp.getAsLong();
        this.stamp = stamp;
        this.current = source.get();
    }

    @Override
    public synchronized Signing now() {
        if (System.nanoTime() - lookedAt > LOOK_NANOS) {
            long changed = stamp.getAsLong();
            lookedAt = System.nanoTime();
            if (changed != seen) {
                current = source.get();
                seen = changed;
            }
        }
        return current;
    }

    @Override
    public VerificationKey published() {
        return now().published();
    }

    @Override
    public byte[] sign(byte[] message) {
        return now().sign(message);
    }
}
