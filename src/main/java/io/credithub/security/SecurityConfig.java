package io.credithub.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// Where the key for personal numbers comes from.
@ConfigMapping(prefix = "hub.id")
interface SecurityConfig {
    /// The master key, 32 bytes in base64: `HUB_ID_KEY`. Never logged.
    Optional<String> key();

    /// A file that holds the same, as a mounted secret: `HUB_ID_KEY_FILE`.
    Optional<Path> keyFile();

    /// Where the hub keeps the keys that it makes itself: `HUB_HOME`.
    @WithDefault("${hub.home:${user.home}/.credit-hub}")
    Path home();

    /// The address of a database server: beside one, the hub makes no key of its own.
    @WithDefault("${hub.db.url:}")
    Optional<String> server();
}
