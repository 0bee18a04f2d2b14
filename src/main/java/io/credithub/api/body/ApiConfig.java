package io.credithub.api.body;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// Where bodies lie until they have landed.
@ConfigMapping(prefix = "hub.spool")
public interface ApiConfig {
    /// A folder for bodies above 256 KiB, for as long as the request lasts.
    @WithDefault("${hub.home:${user.home}/.credit-hub}/spool")
    Path folder();
}
