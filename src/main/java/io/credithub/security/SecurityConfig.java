package io.credithub.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// Where the key for personal data comes from, and what seals with it.
@ConfigMapping(prefix = "hub.id")
public interface SecurityConfig {
    /// The master key, 32 bytes in base64: `HUB_ID_KEY`. Never logged.
    Optional<String> key();

    /// A file that holds the same, as a mounted secret: `HUB_ID_KEY_FILE`.
    Optional<Path> keyFile();

    /// Keys that open what they sealed, and seal no more: in base64, separated by blanks, while
    /// keys are rotated: `HUB_ID_OPENING_KEYS`. Never logged.
    Optional<String> openingKeys();

    /// A file that holds the same; `HUB_HOME/id.key.old` where the hub keeps its key itself.
    Optional<Path> openingKeysFile();

    /// Where the hub keeps the keys that it makes itself: `HUB_HOME`.
    @WithDefault("${hub.home:${user.home}/.credit-hub}")
    Path home();

    /// The address of a database server: beside one, the hub makes no key of its own.
    @WithDefault("${hub.db.url:}")
    Optional<String> server();

    /// What seals numbers, payloads and spool: `aes-256-gcm`, or `sm4-gcm` (国密). What the other one
    /// has sealed opens all the same.
    @WithDefault("aes-256-gcm")
    String cipher();
}
