package io.credithub.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys for personal data, all derived (HKDF, SHA-256) from one master of 32 bytes. Each use
/// has its own, so that none says anything about another.
///
/// @param name tells which master sealed a value; not secret
/// @param numbers for the numbers of documents, by cipher
/// @param payloads for all else that holds personal data, by cipher
/// @param hashing what a registry that begins with this master hashes with
record PersonalKeys(
        Name name,
        Map<Aead, SecretKey> numbers,
        Map<Aead, SecretKey> payloads,
        HashingKeys hashing) {
    static final int MASTER_BYTES = 32;

    /// @throws IllegalArgumentException if the master does not have 32 bytes
    static PersonalKeys from(byte[] master) {
        if (master.length != MASTER_BYTES) {
            throw new IllegalArgumentException("a master key has 32 bytes, not " + master.length);
        }
        ByteBuffer print = ByteBuffer.wrap(derive(master, "credit-hub/id-key/print", 16));
        return new PersonalKeys(
                new Name(
                        derive(master, "credit-hub/id-key/number", 1)[0],
                        new UUID(print.getLong(), print.getLong())),
                ciphers(master, "credit-hub/id-key/seal"),
                ciphers(master, "credit-hub/id-key/payload"),
                new HashingKeys(
                        hashing(master, "credit-hub/id-key/lookup"),
                        hashing(master, "credit-hub/id-key/digest")));
    }

    /// @param id short, so that two may share one
    /// @param fingerprint which no two share
    record Name(byte id, UUID fingerprint) {}

    byte id() {
        return name.id;
    }

    private static SecretKey hashing(byte[] master, String use) {
        return new SecretKeySpec(derive(master, use, MASTER_BYTES), KeyedHash.ALGORITHM);
    }

    private static Map<Aead, SecretKey> ciphers(byte[] master, String use) {
        Map<Aead, SecretKey> keys = new EnumMap<>(Aead.class);
        byte[] aes = derive(master, use, Aead.AES_256_GCM.keyBytes());
        byte[] sm4 = derive(master, use + "/sm4", Aead.SM4_GCM.keyBytes());
        keys.put(Aead.AES_256_GCM, new SecretKeySpec(aes, "AES"));
        keys.put(Aead.SM4_GCM, new SecretKeySpec(sm4, "SM4"));
        return keys;
    }

    private static byte[] derive(byte[] master, String use, int length) {
        try {
            HKDFParameterSpec parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(master)
                            .thenExpand(use.getBytes(US_ASCII), length);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK 25 has HKDF-SHA256", impossible);
        }
    }

    SecretKey numbers(Aead cipher) {
        return Objects.requireNonNull(numbers.get(cipher));
    }

    SecretKey payloads(Aead cipher) {
        return Objects.requireNonNull(payloads.get(cipher));
    }

    /// Keys are never printed.
    @Override
    public String toString() {
        return "PersonalKeys[***]";
    }
}
