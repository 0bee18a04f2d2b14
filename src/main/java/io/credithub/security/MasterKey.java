package io.credithub.security;

import io.credithub.flow.IdProtection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Finds the master key for personal numbers.
@Singleton
final class MasterKey {
    private static final String FILE = "id.key";

    private final SecurityConfig config;

    MasterKey(SecurityConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    IdProtection vault() {
        return IdVault.of(find());
    }

    /// @throws IllegalStateException HUB-4101, with what the operator can do
    byte[] find() {
        return new KeySource(
                        "HUB-4101",
                        "HUB_ID_KEY",
                        config.key(),
                        config.keyFile(),
                        config.home().resolve(FILE),
                        config.server().isPresent())
                .find();
    }
}
