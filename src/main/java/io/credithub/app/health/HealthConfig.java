package io.credithub.app.health;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// From when on the hub calls itself unwell.
@ConfigMapping(prefix = "hub.health")
public interface HealthConfig {
    /// The longest that timers, sweeper and free threads may be without a sign of life:
    /// `HUB_HEALTH_BEAT_MAX`.
    @WithDefault("60s")
    Duration beatMax();

    /// The longest that chunks may be in work without one of them ending, while the database works:
    /// `HUB_HEALTH_POSTING_MAX`. A roster that is taken in holds all posting up.
    @WithDefault("5m")
    Duration postingMax();

    /// How much of the disk must be free where the hub keeps its things, for it to take more:
    /// `HUB_HEALTH_DISK_FREE_MIN`.
    @WithDefault("128M")
    MemorySize diskFreeMin();

    /// The folder of the embedded database; the launcher sets it.
    @WithDefault("${hub.home:${user.home}/.credit-hub}")
    Path home();

    /// The folder of bodies on their way in: `HUB_SPOOL_FOLDER`.
    @WithDefault("${hub.spool.folder:${hub.home:${user.home}/.credit-hub}/spool}")
    Path spool();
}
