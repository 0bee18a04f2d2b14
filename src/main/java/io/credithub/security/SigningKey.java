package io.credithub.security;

import io.credithub.flow.Signing;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Finds the key that certificates are signed with.
@Singleton
final class SigningKey {
    private static final String FILE = "sign.key";

    private final SigningConfig config;

    SigningKey(SigningConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    Signing signing() {
        return Ed25519Signing.of(find());
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
