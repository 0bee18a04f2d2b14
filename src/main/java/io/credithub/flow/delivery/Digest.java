package io.credithub.flow.delivery;

import io.credithub.domain.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/// The first 128 bits of SHA-256, as a short key. For one thread.
public final class Digest {
    private final MessageDigest sha256 = Sha256.begin();

    public UUID of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public UUID of(byte[] bytes) {
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest(bytes));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
