package io.credithub.security;

import io.credithub.flow.IdProtection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// Finds the master key for personal numbers: the environment, a mounted file, or, on one machine
/// with its own database, a file that the hub makes once.
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
        try {
            Optional<String> key = config.key();
            if (key.isPresent()) return decode(key.get(), "HUB_ID_KEY");
            Optional<Path> file = config.keyFile();
            if (file.isPresent()) {
                return decode(new KeyFile(file.get()).read(), "HUB_ID_KEY_FILE");
            }
            Path own = config.home().resolve(FILE);
            KeyFile kept = new KeyFile(own);
            if (config.server().isPresent() && !kept.exists()) {
                throw misconfigured("HUB_ID_KEY", "is not set, and HUB_DB_URL is");
            }
            return decode(kept.readOrWrite(draw()), own.toString());
        } catch (IOException unreadable) {
            throw new IllegalStateException("HUB-4101 HUB_ID_KEY_FILE: cannot be read", unreadable);
        }
    }

    private static String draw() {
        byte[] master = new byte[PersonalKeys.MASTER_BYTES];
        new SecureRandom().nextBytes(master);
        return Base64.getEncoder().encodeToString(master);
    }

    private static byte[] decode(String text, String where) {
        try {
            byte[] master = Base64.getDecoder().decode(text.strip());
            if (master.length == PersonalKeys.MASTER_BYTES) return master;
        } catch (IllegalArgumentException notBase64) {
            // the same answer as for a wrong length, and never with the text
        }
        throw misconfigured(where, "is not 32 bytes in base64");
    }

    private static IllegalStateException misconfigured(String where, String what) {
        return new IllegalStateException(
                "HUB-4101 %s %s: make one with `openssl rand -base64 32`".formatted(where, what));
    }
}
