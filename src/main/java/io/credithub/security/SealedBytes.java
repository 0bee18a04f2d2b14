package io.credithub.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.security.Aead.Message;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// How sealed bytes are written: one byte that tells the cipher, one that tells the key, twelve
/// random ones, and the cipher text with its tag. Cipher, key and place are authenticated with it.
final class SealedBytes {
    private static final int NONCE_AT = 2;
    private static final int HEAD_BYTES = NONCE_AT + Aead.NONCE_BYTES;
    private static final int TAG_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    byte[] seal(Aead cipher, byte keyId, SecretKey key, String place, byte[] clear) {
        byte[] nonce = new byte[Aead.NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Message message = new Message(nonce, bound(cipher, keyId, place), clear, 0);
            byte[] sealed = cipher.seal(key, message);
            return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                    .put(cipher.code())
                    .put(keyId)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot seal", impossible);
        }
    }

    /// @param key for a cipher
    byte[] open(byte[] sealed, Function<Aead, SecretKey> key, String place) {
        Aead cipher = cipher(sealed);
        if (cipher == null) throw new IllegalStateException("not sealed");
        byte[] nonce = Arrays.copyOfRange(sealed, NONCE_AT, HEAD_BYTES);
        try {
            return cipher.open(
                    key.apply(cipher),
                    new Message(nonce, bound(cipher, sealed[1], place), sealed, HEAD_BYTES));
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException(
                    "sealed with another key or for another place, or changed", changed);
        }
    }

    /// @return null if no cipher here has sealed this
    static @Nullable Aead cipher(byte[] sealed) {
        if (sealed.length < HEAD_BYTES + TAG_BYTES) return null;
        for (Aead cipher : Aead.values()) if (cipher.code() == sealed[0]) return cipher;
        return null;
    }

    /// @param sealed that [#cipher] knows
    static byte keyId(byte[] sealed) {
        return sealed[1];
    }

    private static byte[] bound(Aead cipher, byte keyId, String place) {
        byte[] text = place.getBytes(UTF_8);
        return ByteBuffer.allocate(2 + text.length).put(cipher.code()).put(keyId).put(text).array();
    }
}
