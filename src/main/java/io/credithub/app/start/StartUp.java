package io.credithub.app.start;

import io.credithub.app.work.ChunkWorkers;
import io.credithub.app.work.Recomputing;
import io.credithub.domain.policy.terms.Terms;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.PolicyVersion;
import io.credithub.flow.rules.RuleSet;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.store.access.PostgresIdKey;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.rules.PostgresPolicies;
import io.credithub.store.sealing.PayloadsInClear;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
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
    private final PostgresPolicies policies;
    private final RuleSet rules;
    private final ChunkWorkers workers;
    private final Recomputing recomputing;
    private final PublishKeys keys;

    StartUp(
            FeedNumbers feeds,
            PostgresPolicies policies,
            RuleSet rules,
            ChunkWorkers workers,
            Recomputing recomputing,
            PublishKeys keys) {
        this.feeds = feeds;
        this.policies = policies;
        this.rules = rules;
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
                .chain(() -> policies.learn(rules, PolicyFiles::again))
                .chain(keys::publish)
                .await()
                .atMost(LEARNING_MAX);
        tellDifferences();
        recomputing.resume().await().atMost(LEARNING_MAX);
        workers.open();
        timers.resume();
    }

    /// Files that say something else than what is in force change nothing by themselves.
    private void tellDifferences() {
        Map<String, Terms> inForce = new TreeMap<>();
        for (Policies.NumberedPolicy one : policies.rules().all()) {
            inForce.put(one.policy().id(), one.policy().terms());
        }
        Map<String, Terms> onFile = new TreeMap<>();
        for (PolicyVersion one : rules.all()) onFile.put(one.policy().id(), one.policy().terms());
        String main = rules.main().policy().id();
        boolean isSame = onFile.equals(inForce) && main.equals(policies.inForce().policy().id());
        if (isSame) return;
        LOG.warnf(
                "政策文件与现行规则不同,仍按现行规则折算。The policy files differ from the rules in force, which go"
                        + " on judging. What would change: ./hub recompute --policy %s --dry-run",
                main);
    }
}
