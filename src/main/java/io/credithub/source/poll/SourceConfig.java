package io.credithub.source.poll;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Where the feeds come from, keyed by their folder name under `mappings/`. A feed without an
/// address or a folder here is known and not polled.
///
/// Each key is also a variable of the environment: `hub.source.<feed>.page-size` is
/// `HUB_SOURCE_<FEED>_PAGE_SIZE`, in capitals and with `_` for `-`.
@ConfigMapping(prefix = "hub.source")
public interface SourceConfig {
    @WithParentName
    Map<String, Feed> feeds();

    /// One feed.
    interface Feed {
        /// The address of the pages of a pull feed, `http` or `https`, without user and password.
        Optional<String> url();

        /// Where client credentials are changed for an access token. Without it, pages are asked
        /// for without authorisation.
        Optional<String> tokenUrl();

        /// The client identifier at the source's authorisation server.
        Optional<String> clientId();

        /// The client secret. Better in the environment or in a mounted file than in a
        /// configuration file.
        Optional<String> clientSecret();

        /// A mounted file that holds the client secret; read anew for every token.
        Optional<Path> clientSecretFile();

        /// Records to ask for in one page, 1 to 10000.
        @WithDefault("500")
        int pageSize();

        /// Wait for one page, or one token, before the source counts as unavailable.
        @WithDefault("20s")
        Duration pageTimeout();

        /// The largest page that is taken.
        @WithDefault("32M")
        MemorySize pageBytesMax();

        /// The most requests of one run: one that needs more goes on in a run of its own from where
        /// it got, and one that got nowhere counts as a failure. 2 to 1000000.
        @WithDefault("2000")
        int requestsMax();

        /// The longest that one run may take, with the same consequence.
        @WithDefault("1h")
        Duration runTimeout();

        /// Where the first pull of all starts.
        @WithDefault("2000-01-01T00:00:00Z")
        Instant startFrom();

        /// The folder that a drop feed is written into. It must exist; `.done` and `.failed` are
        /// made inside it, unless there is an `archive`. It lies apart from the hub's own folders:
        /// in `HUB_HOME` under `drop` only.
        Optional<Path> folder();

        /// A folder that the source does not reach, where `.done` and `.failed` of a drop feed are
        /// made instead. It must exist.
        Optional<Path> archive();

        /// The largest file that is taken.
        @WithDefault("2G")
        MemorySize fileBytesMax();

        /// Pause between the end of one poll and the start of the next.
        @WithDefault("1m")
        Duration interval();

        /// A feed of which nothing lands for longer is an alarm. Without it, a feed is silent if
        /// for ten intervals, and at least ten minutes, not even an empty answer comes; a pushed
        /// feed never is.
        Optional<Duration> expectedEvery();

        /// Pause after the first failure; each further one doubles it.
        @WithDefault("1s")
        Duration retryFirst();

        /// The longest pause between two tries; a feed is never given up.
        @WithDefault("5m")
        Duration retryMax();

        /// How long this process holds the feed without renewing its lease, at least 30s: another
        /// takes over that long after this one has died.
        @WithDefault("60s")
        Duration lease();

        /// The longest that landing one page or one file may take.
        @WithDefault("30m")
        Duration landingTimeout();
    }
}
