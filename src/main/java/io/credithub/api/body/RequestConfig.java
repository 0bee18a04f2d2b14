package io.credithub.api.body;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much of the hub one caller may take up at a time. Sizes of bodies are no setting: senders
/// rely on them.
@ConfigMapping(prefix = "hub.api")
public interface RequestConfig {
    /// Of bodies on their way in.
    BodyConfig body();

    /// Of requests.
    Rate rate();

    /// Of connections.
    Connection connection();

    /// Of bodies on their way in.
    interface BodyConfig {
        /// Bodies of one key that may be on their way, or in work, at the same time; of one
        /// address, where no key is asked for. One more is answered 429.
        @WithDefault("64")
        int perKey();

        /// The same of all callers together. One more is answered 503.
        @WithDefault("256")
        int atOnce();

        /// From here on a body must come at the least rate.
        @WithDefault("10s")
        Duration grace();

        /// The least rate of a body, in bytes per second, on the average since it began. A slower
        /// one is answered 408.
        @WithDefault("1024")
        int leastRate();

        /// A body of which nothing came for so long is answered 408.
        @WithDefault("10s")
        Duration idle();

        /// The body of a JSON request is there after this time, or is answered 408.
        @WithDefault("30s")
        Duration requestWithin();

        /// A delivery or a roster is there after this time, or is answered 408.
        @WithDefault("10m")
        Duration fileWithin();
    }

    /// Of requests.
    interface Rate {
        /// Requests of one key in a second, on the average. More are answered 429.
        @WithDefault("200")
        int perSecond();

        /// Requests of one key that may come at once after a pause.
        @WithDefault("400")
        int burst();
    }

    /// Of connections.
    interface Connection {
        /// From the connection to the end of the first request's head; later the connection is
        /// closed.
        @WithDefault("15s")
        Duration headersWithin();

        /// From an answer to the end of the next request's head; later the connection is closed.
        @WithDefault("60s")
        Duration keepAlive();

        /// Connections of one address at the same time, on all ports of the hub together; one more
        /// is closed at once. Behind a proxy all come from its address.
        @WithDefault("1024")
        int perAddress();
    }
}
