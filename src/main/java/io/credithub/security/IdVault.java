package io.credithub.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.domain.Narrow;
import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.IdProtection;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;

/// Identity documents sealed with AES-256-GCM and found by HMAC-SHA-256.
///
/// A sealed value is one byte that tells the key, twelve random ones, and the cipher text with its
/// tag. Key and document type are authenticated with it: a number cannot be moved to another type.
public final class IdVault implements IdProtection {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + NONCE_BYTES;

    /// Stands where a document has its type, which is never 0.
    private static final byte TEACHER_NUMBER = 0;

    /// Stands there for what is not a number of anybody.
    private static final byte FINGERPRINT = -1;

    private final PersonalKeys keys;
    private final SecureRandom random = new SecureRandom();

    /// A Mac has a state, and to prepare one costs more than to use it: one for each thread.
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::newMac);

    IdVault(PersonalKeys keys) {
        this.keys = keys;
    }

    /// @param master 32 bytes
    /// @throws IllegalArgumentException if it has another length
    public static IdVault of(byte[] master) {
        return new IdVault(PersonalKeys.from(master));
    }

    @Override
    public UUID lookup(IdDocument document) {
        return lookup(Narrow.toByte(document.type().code()), document.number());
    }

    @Override
    public UUID lookup(String teacherNo) {
        return lookup(TEACHER_NUMBER, teacherNo);
    }

    @Override
    public UUID fingerprint() {
        return lookup(FINGERPRINT, "credit-hub/id-key/fingerprint");
    }

    private UUID lookup(byte kind, String number) {
        Mac mac = macs.get();
        mac.update(kind);
        ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(number.getBytes(UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    @Override
    public byte[] seal(IdDocument document) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] clear = document.number().getBytes(UTF_8);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, document.type(), nonce);
            byte[] sealed = cipher.doFinal(clear);
            return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                    .put(keys.id())
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot seal", impossible);
        }
    }

    @Override
    public IdDocument open(IdDocument.Type type, byte[] sealed) {
        if (sealed.length <= HEAD_BYTES || sealed[0] != keys.id()) {
            throw new IllegalStateException("sealed with another key");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, type, nonce);
            byte[] clear = cipher.doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
            return new IdDocument(type, new String(clear, UTF_8));
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("sealed with another key or type, or changed", changed);
        }
    }

    private Cipher cipher(int mode, IdDocument.Type type, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.seal(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {keys.id(), Narrow.toByte(type.code())});
        return cipher;
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.lookup());
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
