package io.credithub.flow.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/// A public key (Ed25519) that signatures of a hub are checked with. Nothing in it is secret.
///
/// @param id thumbprint of the key (RFC 7638)
/// @param x the key itself in base64url, as a JWK has it (RFC 8037)
public record VerificationKey(String id, String x) {
    public static final int BYTES = 32;

    /// What X.509 puts before the 32 bytes of such a key (RFC 8410).
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /// @throws IllegalArgumentException if it does not have 32 bytes
    public static VerificationKey of(byte[] key) {
        if (key.length != BYTES) throw new IllegalArgumentException("a key has 32 bytes");
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String x = base64.encodeToString(key);
        String canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        return new VerificationKey(base64.encodeToString(sha256(canonical.getBytes(US_ASCII))), x);
    }

    /// @throws IllegalArgumentException if it is no such key
    public static VerificationKey ofText(String x) {
        return of(Base64.getUrlDecoder().decode(x));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// Whether this key's holder has signed the message.
    public boolean hasSigned(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] key = Base64.getUrlDecoder().decode(x);
        byte[] encoded = new byte[X509.length + key.length];
        System.arraycopy(X509, 0, encoded, 0, X509.length);
        System.arraycopy(key, 0, encoded, X509.length, key.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
