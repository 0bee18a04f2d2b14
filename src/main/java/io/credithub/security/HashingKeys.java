package io.credithub.security;

import java.nio.ByteBuffer;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The keys of HMAC-SHA-256 by which a registry finds things again: they stay its own for as long
/// as it lasts, whichever master seals.
///
/// @param lookup of the numbers of documents and teachers
/// @param digest of contents
record HashingKeys(SecretKey lookup, SecretKey digest) {
    private static final int KEY_BYTES = 32;

    /// @param bytes that [#bytes] gave
    static HashingKeys of(byte[] bytes) {
        if (bytes.length != 2 * KEY_BYTES) throw new IllegalStateException("no keys for hashing");
        return new HashingKeys(key(bytes, 0), key(bytes, KEY_BYTES));
    }

    private static SecretKey key(byte[] bytes, int from) {
        return new SecretKeySpec(bytes, from, KEY_BYTES, KeyedHash.ALGORITHM);
    }

    /// Never to be written but sealed.
    byte[] bytes() {
        return ByteBuffer.allocate(2 * KEY_BYTES)
                .put(lookup.getEncoded())
                .put(digest.getEncoded())
                .array();
    }

    /// Keys are never printed.
    @Override
    public String toString() {
        return "HashingKeys[***]";
    }
}
