package io.credithub.security;

import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import io.credithub.security.KeyRing.Masters;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Finds the master key for personal data, and what seals with it.
@Singleton
final class MasterKey {
    static final String FILE = "id.key";

    /// Holds the key before, for as long as anything is sealed with it.
    static final String OLD_FILE = "id.key.old";

    private static final String NO_OPENING_KEY = "HUB-4105 HUB_ID_OPENING_KEYS ";

    private final SecurityConfig config;

    MasterKey(SecurityConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    KeyRing ring() {
        return new KeyRing(this::masters, this::stamp);
    }

    @Produces
    @Singleton
    IdProtection vault(KeyRing ring) {
        return new IdVault(ring, Aead.named(config.cipher()));
    }

    @Produces
    @Singleton
    Sealing sealing(KeyRing ring) {
        return new PayloadVault(ring, Aead.named(config.cipher()));
    }

    private Masters masters() {
        return new Masters(
                PersonalKeys.from(find()), opening().stream().map(PersonalKeys::from).toList());
    }

    /// @throws IllegalStateException HUB-4105, with what the operator can do
    List<byte[]> opening() {
        try {
            Path file = openingFile();
            String text = config.openingKeys().orElse("");
            if (Files.exists(file)) text += "\n" + Files.readString(file);
            List<byte[]> keys = new ArrayList<>();
            for (String one : text.strip().split("\\s+")) {
                if (!one.isEmpty()) keys.add(decoded(one));
            }
            return keys;
        } catch (IOException unreadable) {
            throw new IllegalStateException(NO_OPENING_KEY + "cannot be read", unreadable);
        }
    }

    private static byte[] decoded(String key) {
        try {
            byte[] master = Base64.getDecoder().decode(key);
            if (master.length == PersonalKeys.MASTER_BYTES) return master;
        } catch (IllegalArgumentException notBase64) {
            // the same answer as for a wrong length, and never with the text
        }
        throw new IllegalStateException(NO_OPENING_KEY + "holds what is not 32 bytes in base64");
    }

    private Path openingFile() {
        return config.openingKeysFile().orElse(config.home().resolve(OLD_FILE));
    }

    /// Another number when a file of keys was changed.
    private long stamp() {
        long own =
                config.key().isPresent()
                        ? 0
                        : KeyFile.stamp(config.keyFile().orElse(config.home().resolve(FILE)));
        return 31 * own + KeyFile.stamp(openingFile());
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
