package io.credithub.security;

import io.credithub.flow.certificate.Signing;
import io.credithub.flow.certificate.VerificationKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// Signs with Ed25519 (RFC 8032), as every JDK has it.
final class Ed25519Signing implements Signing {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final VerificationKey published;

    private Ed25519Signing(PrivateKey secret, VerificationKey published) {
        this.secret = secret;
        this.published = published;
    }

    /// @param seed the private key of RFC 8032, 32 bytes
    static Ed25519Signing of(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            int from = encoded.length - VerificationKey.BYTES;
            VerificationKey published =
                    VerificationKey.of(Arrays.copyOfRange(encoded, from, encoded.length));
            return new Ed25519Signing(pair.getPrivate(), published);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }

    /// The JDK makes a public key only while it draws a private one: so it draws this one.
    private static final class FixedRandom extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        FixedRandom(byte[] seed) {
            super(null, null);
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) throw new IllegalArgumentException("not a seed");
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }

    @Override
    public VerificationKey published() {
        return published;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key of its own signs", impossible);
        }
    }

    /// A secret is never printed.
    @Override
    public String toString() {
        return "Ed25519Signing[" + published.id() + "]";
    }
}
