package io.credithub.app;

import io.credithub.flow.PolicyVersion;
import io.credithub.mapping.PolicyFiles;
import io.credithub.store.FeedNumbers;
import io.credithub.store.PostgresIdKey;
import io.credithub.store.PostgresPolicies;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// What the hub learns from the registry before it works: the numbers of its feeds and every policy
/// version that entries were judged by. Runs once, on the thread that starts the house.
@ApplicationScoped
class StartUp {
    private static final Duration LEARNING_MAX = Duration.ofSeconds(30);

    /// After the keys of the configuration, before anything is written.
    private static final int EARLY = 2;

    private final FeedNumbers feeds;
    private final PostgresPolicies policies;
    private final PolicyVersion policy;
    private final ChunkWorkers workers;
    private final PublishKeys keys;

    StartUp(
            FeedNumbers feeds,
            PostgresPolicies policies,
            PolicyVersion policy,
            ChunkWorkers workers,
            PublishKeys keys) {
        this.feeds = feeds;
        this.policies = policies;
        this.policy = policy;
        this.workers = workers;
        this.keys = keys;
    }

    /// @throws io.credithub.store.CannotStart if the registry was filled with another key
    void check(@Observes @Priority(EARLY) StartupEvent started, PostgresIdKey idKey) {
        idKey.check().await().atMost(LEARNING_MAX);
    }

    void learn(@Observes StartupEvent started) {
        feeds.learned()
                .chain(() -> policies.learn(policy, PolicyFiles::again))
                .chain(keys::publish)
                .await()
                .atMost(LEARNING_MAX);
        workers.open();
    }
}
