package io.credithub.security;

import io.credithub.flow.certificate.Signing;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/// Finds the key that certificates are signed with.
@Singleton
final class SigningKey {
    static final String FILE = "sign.key";

    private final SigningConfig config;

    SigningKey(SigningConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    Signing signing() {
        if (config.key().isPresent()) return Ed25519Signing.of(find());
        Path file = config.keyFile().orElse(config.home().resolve(FILE));
        return new FileSigning(() -> Ed25519Signing.of(find()), () -> KeyFile.stamp(file));
    }

    /// @throws IllegalStateException HUB-4103, with what the operator can do
    byte[] find() {
        return new KeySource(
                        "HUB-4103",
                        "HUB_SIGN_KEY",
                        config.key(),
                        config.keyFile(),
                        config.home().resolve(FILE),
                        config.server().isPresent())
                .find();
    }
}
