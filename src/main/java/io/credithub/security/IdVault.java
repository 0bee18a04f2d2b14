package io.credithub.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.domain.Narrow;
import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.security.Aead.Message;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.SecretKey;

/// Identity documents sealed ([SealedBytes]) and found by HMAC-SHA-256. The document's type is
/// authenticated with its number, which cannot be moved to another type.
///
/// Earlier hubs wrote no byte for the cipher, which was AES-256-GCM; what they sealed opens too.
public final class IdVault implements IdProtection {
    private static final int EARLIER_HEAD_BYTES = 1 + Aead.NONCE_BYTES;

    /// Stands where a document has its type, which is never 0.
    private static final byte TEACHER_NUMBER = 0;

    /// Stands there for what is not a number of anybody.
    private static final byte FINGERPRINT = -1;

    private final KeyRing ring;
    private final Aead cipher;
    private final SealedBytes bytes = new SealedBytes();

    private final KeyedHash lookups;
    private final KeyedHash digests;

    IdVault(KeyRing ring, Aead cipher) {
        this.ring = ring;
        this.cipher = cipher;
        this.lookups = new KeyedHash(() -> ring.hashing().lookup());
        this.digests = new KeyedHash(() -> ring.hashing().digest());
    }

    /// @param master 32 bytes
    /// @throws IllegalArgumentException if it has another length
    public static IdVault of(byte[] master) {
        return new IdVault(new KeyRing(PersonalKeys.from(master)), Aead.AES_256_GCM);
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
        byte[] text = number.getBytes(UTF_8);
        return uuid(lookups.of(ByteBuffer.allocate(1 + text.length).put(kind).put(text).array()));
    }

    @Override
    public UUID keyed(UUID digest) {
        return uuid(
                digests.of(
                        ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(digest.getMostSignificantBits())
                                .putLong(digest.getLeastSignificantBits())
                                .array()));
    }

    private static UUID uuid(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public byte[] seal(IdDocument document) {
        PersonalKeys keys = ring.current();
        byte[] clear = document.number().getBytes(UTF_8);
        return bytes.seal(cipher, keys.id(), keys.numbers(cipher), place(document.type()), clear);
    }

    @Override
    public IdDocument open(IdDocument.Type type, byte[] sealed) {
        return new IdDocument(type, new String(clear(type, sealed), UTF_8));
    }

    private byte[] clear(IdDocument.Type type, byte[] sealed) {
        if (SealedBytes.cipher(sealed) == null) return openEarlier(type, sealed);
        try {
            PersonalKeys keys = ring.of(SealedBytes.keyId(sealed));
            return bytes.open(sealed, keys::numbers, place(type));
        } catch (IllegalStateException notOfThisForm) {
            return openEarlier(type, sealed);
        }
    }

    private byte[] openEarlier(IdDocument.Type type, byte[] sealed) {
        if (sealed.length <= EARLIER_HEAD_BYTES) throw new IllegalStateException("not sealed");
        SecretKey key = ring.of(sealed[0]).numbers(Aead.AES_256_GCM);
        byte[] nonce = Arrays.copyOfRange(sealed, 1, EARLIER_HEAD_BYTES);
        byte[] bound = {sealed[0], Narrow.toByte(type.code())};
        try {
            return Aead.AES_256_GCM.open(
                    key, new Message(nonce, bound, sealed, EARLIER_HEAD_BYTES));
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("sealed with another key or type, or changed", changed);
        }
    }

    private static String place(IdDocument.Type type) {
        return "document/" + type.code();
    }
}
