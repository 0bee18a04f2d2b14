package io.credithub.store.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long anybody waits for the database. Whoever waited so long is told of an outage: over the
/// API that is `503` with `Retry-After`.
@ConfigMapping(prefix = "hub.db")
public interface DatabaseConfig {
    /// The longest wait for a connection to the database: `HUB_DB_ACQUIRE_WITHIN`.
    @WithDefault("8s")
    Duration acquireWithin();

    /// A statement that has no answer for so long is asked after, over another connection. One that
    /// the server is at work on goes on; of one that it does not know, or of a server that does not
    /// answer, the connection is cut: `HUB_DB_ANSWER_WITHIN`.
    @WithDefault("5s")
    Duration answerWithin();

    /// The longest wait of a statement for what another transaction holds: `HUB_DB_LOCK_WITHIN`.
    @WithDefault("8s")
    Duration lockWithin();
}
