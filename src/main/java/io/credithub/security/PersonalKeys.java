package io.credithub.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys for personal numbers, all derived (HKDF, SHA-256) from one master of 32 bytes. Each use
/// has its own, so that none says anything about another.
///
/// @param id tells which master sealed a value; not secret
/// @param seal for AES-256-GCM
/// @param lookup for HMAC-SHA-256
record PersonalKeys(byte id, SecretKey seal, SecretKey lookup) {
    static final int MASTER_BYTES = 32;

    /// @throws IllegalArgumentException if the master does not have 32 bytes
    static PersonalKeys from(byte[] master) {
        if (master.length != MASTER_BYTES) {
            throw new IllegalArgumentException("a master key has 32 bytes, not " + master.length);
        }
        byte id = derive(master, "credit-hub/id-key/number", 1)[0];
        byte[] seal = derive(master, "credit-hub/id-key/seal", MASTER_BYTES);
        byte[] lookup = derive(master, "credit-hub/id-key/lookup", MASTER_BYTES);
        return new PersonalKeys(
                id, new SecretKeySpec(seal, "AES"), new SecretKeySpec(lookup, "HmacSHA256"));
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

    /// Keys are never printed.
    @Override
    public String toString() {
        return "PersonalKeys[***]";
    }
}
