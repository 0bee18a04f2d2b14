package io.credithub.security;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// An operator's key that is handed in from outside, as a cluster does: with it, no key of the
/// hub's own making need outlive a pod.
@ConfigMapping(prefix = "hub.operator")
public interface OperatorConfig {
    /// The key, `hub_<12 hex digits>_<64 hex digits>`: `HUB_OPERATOR_KEY`. Never logged.
    Optional<String> key();

    /// A file that holds the same, as a mounted secret: `HUB_OPERATOR_KEY_FILE`.
    Optional<Path> keyFile();
}
