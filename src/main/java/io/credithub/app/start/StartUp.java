package io.credithub.app.start;

import io.credithub.app.work.ChunkWorkers;
import io.credithub.app.work.Recomputing;
import io.credithub.store.access.PostgresIdKey;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.sealing.PayloadsInClear;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/// What the hub learns from the registry before it works: the numbers of its feeds and every policy
/// version that entries were judged by. Runs once, on the thread that starts the house.
@ApplicationScoped
class StartUp {
    private static final Logger LOG = Logger.getLogger(StartUp.class);
    private static final Duration LEARNING_MAX = Duration.ofSeconds(30);

    /// What an earlier hub wrote may have to be made over, once.
    private static final Duration CHECKING_MAX = Duration.ofMinutes(30);

    /// After the keys of the configuration, before anything is written.
    private static final int EARLY = 2;

    private final FeedNumbers feeds;
    private final RulesAtStart rules;
    private final DivisionsAtStart divisions;
    private final ChunkWorkers workers;
    private final Recomputing recomputing;
    private final PublishKeys keys;

    StartUp(
            FeedNumbers feeds,
            RulesAtStart rules,
            DivisionsAtStart divisions,
            ChunkWorkers workers,
            Recomputing recomputing,
            PublishKeys keys) {
        this.feeds = feeds;
        this.rules = rules;
        this.divisions = divisions;
        this.workers = workers;
        this.recomputing = recomputing;
        this.keys = keys;
    }

    /// @throws io.credithub.store.server.CannotStart if the registry was filled with another key
    void check(@Observes @Priority(EARLY) StartupEvent started, PostgresIdKey idKey) {
        idKey.check().await().atMost(CHECKING_MAX);
    }

    void tellClearPayloads(@Observes StartupEvent started, PayloadsInClear payloads) {
        if (payloads.areThere().await().atMost(LEARNING_MAX)) {
            LOG.warn(
                    "旧版写入的原始数据仍未加密。Payloads of an earlier hub are still in clear:"
                            + " ./hub key rotate-id seals them (docs/key-rotation.md)");
        }
    }

    /// Timers tick only once all is learned: what they would ask before has no answer, and each
    /// would tell at length what the start says in one line.
    void learn(@Observes StartupEvent started, Scheduler timers) {
        feeds.learned()
                .chain(rules::learn)
                .chain(divisions::learn)
                .chain(keys::publish)
                .await()
                .atMost(LEARNING_MAX);
        recomputing.resume().await().atMost(LEARNING_MAX);
        workers.open();
        timers.resume();
    }
}
