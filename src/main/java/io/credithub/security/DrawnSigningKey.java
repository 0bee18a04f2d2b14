package io.credithub.security;

import io.credithub.flow.certificate.VerificationKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// Another key to sign certificates with, which nobody has yet.
public final class DrawnSigningKey {
    private static final int BYTES = 32;

    private final byte[] seed;

    private DrawnSigningKey(byte[] seed) {
        this.seed = seed;
    }

    public static DrawnSigningKey draw() {
        byte[] seed = new byte[BYTES];
        new SecureRandom().nextBytes(seed);
        return new DrawnSigningKey(seed);
    }

    public VerificationKey published() {
        return Ed25519Signing.of(seed).published();
    }

    /// From here on the hub of this home signs with it. The registry must know it by now.
    public void writeTo(Path home) throws IOException {
        new KeyFile(home.resolve(SigningKey.FILE)).write(Base64.getEncoder().encodeToString(seed));
    }

    /// A secret is never printed.
    @Override
    public String toString() {
        return "DrawnSigningKey[***]";
    }
}
