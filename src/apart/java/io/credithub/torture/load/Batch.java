package io.credithub.torture.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sender pushes at once: again and again the same bytes in the same way, until it is told
/// that they are safe.
///
/// @param key the Idempotency-Key; null for a sender that gives none
/// @param plain the unpacked bytes
public record Batch(
        String feed,
        @Nullable String key,
        boolean isArray,
        boolean isPacked,
        List<Sent> records,
        byte[] plain) {
    private static final int WAYS = 6;

    /// The way to send is a function of the number, so that sending again is the same.
    public static Batch of(String feed, String prefix, int number, List<Sent> records) {
        int way = number % WAYS;
        boolean isArray = way >= WAYS / 2;
        String key = way % 3 == 1 ? null : prefix + "-" + number;
        byte[] plain = isArray ? TortureWire.array(records) : TortureWire.ndjson(records);
        return new Batch(feed, key, isArray, way % 3 == 2, records, plain);
    }

    String contentType() {
        return isArray ? "application/json" : "application/x-ndjson";
    }

    byte[] body() {
        return isPacked ? TortureWire.gzip(plain) : plain;
    }

    public Ack ack() {
        return new Ack(feed, TortureWire.sha256(plain), records);
    }
}
