package io.credithub.security;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// HMAC-SHA-256. Safe for several threads.
final class KeyedHash {
    static final String ALGORITHM = "HmacSHA256";

    private final Supplier<SecretKey> key;

    /// A Mac has a state, and to prepare one costs more than to use it: one for each thread.
    private final ThreadLocal<PreparedKey> macs = ThreadLocal.withInitial(this::prepare);

    /// @param key asked each time: it may become another one before anything is hashed
    KeyedHash(Supplier<SecretKey> key) {
        this.key = key;
    }

    private record PreparedKey(SecretKey key, Mac mac) {}

    /// @return 32 bytes
    byte[] of(byte[] bytes) {
        PreparedKey mine = macs.get();
        if (!mine.key.equals(key.get())) {
            mine = prepare();
            macs.set(mine);
        }
        return mine.mac.doFinal(bytes);
    }

    private PreparedKey prepare() {
        SecretKey now = key.get();
        return new PreparedKey(now, mac(now));
    }

    private static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
