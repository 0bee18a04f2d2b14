package io.credithub.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// Where the key comes from that certificates are signed with.
@ConfigMapping(prefix = "hub.sign")
public interface SigningConfig {
    /// The signing key, 32 bytes in base64: `HUB_SIGN_KEY`. Never logged.
    Optional<String> key();

    /// A file that holds the same, as a mounted secret: `HUB_SIGN_KEY_FILE`.
    Optional<Path> keyFile();

    /// Where the hub keeps the signing key that it makes itself: `HUB_HOME`.
    @WithDefault("${hub.home:${user.home}/.credit-hub}")
    Path home();

    /// The address of a database server: beside one, the hub makes no key of its own.
    @WithDefault("${hub.db.url:}")
    Optional<String> server();
}
