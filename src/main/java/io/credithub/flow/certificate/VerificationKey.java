package io.credithub.flow.certificate;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.EdDsaAlgorithm;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/// A public key (Ed25519) that signatures of a hub are checked with. Nothing in it is secret.
///
/// @param id thumbprint of the key (RFC 7638)
/// @param x the key itself in base64url, as a JWK has it (RFC 8037)
public record VerificationKey(String id, String x) {
    public static final int BYTES = 32;

    private static final EdDsaAlgorithm ED25519 = new EdDsaAlgorithm();
    private static final ProviderContext JDK = new ProviderContext();

    /// @throws IllegalArgumentException if it does not have 32 bytes
    public static VerificationKey of(byte[] key) {
        if (key.length != BYTES) throw new IllegalArgumentException("a key has 32 bytes");
        String x = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        return new VerificationKey(jwk(x).calculateBase64urlEncodedThumbprint(HashUtil.SHA_256), x);
    }

    /// @throws IllegalArgumentException if it is no such key
    public static VerificationKey ofText(String x) {
        return of(Base64.getUrlDecoder().decode(x));
    }

    /// Whether this key's holder has signed the message.
    public boolean hasSigned(byte[] message, byte[] signature) {
        try {
            return ED25519.verifySignature(signature, publicKey(), message, JDK);
        } catch (JoseException notASignature) {
            return false;
        }
    }

    private PublicKey publicKey() {
        return jwk(x).getPublicKey();
    }

    private static OctetKeyPairJsonWebKey jwk(String x) {
        try {
            return new OctetKeyPairJsonWebKey(
                    Map.of(
                            OctetKeyPairJsonWebKey.KEY_TYPE_PARAMETER,
                            OctetKeyPairJsonWebKey.KEY_TYPE,
                            OctetKeyPairJsonWebKey.SUBTYPE_MEMBER_NAME,
                            OctetKeyPairJsonWebKey.SUBTYPE_ED25519,
                            OctetKeyPairJsonWebKey.PUBLIC_KEY_MEMBER_NAME,
                            x));
        } catch (JoseException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }
}
