package io.credithub.report.post;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.subscription.DispatchTarget;
import io.credithub.flow.subscription.DispatchTarget.DispatchTargets;
import io.credithub.flow.subscription.DispatchTarget.TargetKind;
import io.credithub.flow.subscription.TargetTerms;
import io.credithub.report.post.DeliveryConfig.ConfiguredTarget;
import io.credithub.report.post.SpooledTarget.SpoolParts;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// The targets that stand in the configuration. One that is wrong stops the start, by its key.
@Singleton
public final class ConfiguredTargets implements DispatchTargets {
    private static final Logger LOG = Logger.getLogger(ConfiguredTargets.class);
    private static final Duration SWEPT = Duration.ofHours(1);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    private final DeliveryConfig config;
    private final InstantSource clock;
    private final SortedMap<String, DispatchTarget> targets = new TreeMap<>();

    ConfiguredTargets(DeliveryConfig config, Vertx vertx, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        limits(config);
        Executor workers = Infrastructure.getDefaultWorkerPool();
        SpoolParts parts = new SpoolParts(workers, config.sendMax(), clock);
        Couriers couriers = new Couriers(config, vertx, workers, clock);
        config.targets()
                .forEach((name, target) -> {
                    TargetKeys keys = new TargetKeys(name, target);
                    TargetTerms terms = terms(keys);
                    Courier courier = couriers.courier(keys, terms.kind());
                    targets.put(name, new SpooledTarget(name, terms, courier, parts));
                });
    }

    /// Before anything is sent.
    void check(@Observes StartupEvent started) {
        try {
            ParcelSpool.sweep(clock.instant().minus(config.sendMax()).minus(SWEPT));
        } catch (IOException unreadable) {
            LOG.infof("what is left of reports that were sent is not swept cause=%s", unreadable);
        }
    }

    /// @throws WrongTarget naming the key of a limit by which nothing would ever be sent
    static void limits(DeliveryConfig config) {
        if (config.atOnce() < 1) throw wrong("at-once", "at least 1");
        if (config.triesMax() < 1) throw wrong("tries-max", "at least 1");
        if (!config.sendMax().isPositive()) throw wrong("send-max", "more than nothing");
        if (!config.firstPause().isPositive()) throw wrong("first-pause", "more than nothing");
        if (config.longestPause().compareTo(config.firstPause()) < 0) {
            throw wrong("longest-pause", "no less than first-pause");
        }
    }

    private static WrongTarget wrong(String key, String expected) {
        return new WrongTarget("HUB-4442", "hub.delivery." + key, expected);
    }

    /// @throws WrongTarget naming the key
    static TargetTerms terms(TargetKeys keys) {
        ConfiguredTarget target = keys.target();
        if (!NAME.matcher(keys.name()).matches()) throw keys.wrong("", "letters, digits and -");
        return new TargetTerms(
                kind(keys, target.kind()),
                divisions(keys, target.divisions()),
                Set.copyOf(target.keys().orElse(List.of())),
                target.persons(),
                target.recipientDomains().orElse(List.of()).stream()
                        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(HashSet::new)));
    }

    private static TargetKind kind(TargetKeys keys, String kind) {
        for (TargetKind one : TargetKind.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(kind)) return one;
        }
        throw keys.wrong("kind", "folder, sftp, mail or webhook");
    }

    private static List<Jurisdiction> divisions(TargetKeys keys, List<String> divisions) {
        try {
            return divisions.stream().map(one -> new Jurisdiction(one.strip())).toList();
        } catch (IllegalArgumentException notADivision) {
            throw keys.wrong("divisions", "six digits each, with commas");
        }
    }

    @Override
    public Optional<DispatchTarget> find(String name) {
        return Optional.ofNullable(targets.get(name));
    }

    @Override
    public List<DispatchTarget> all() {
        return List.copyOf(targets.values());
    }

    /// One target's settings, and what is said where one is missing or wrong.
    record TargetKeys(String name, ConfiguredTarget target) {
        /// As it is written in the configuration.
        String key(String key) {
            return "hub.delivery.targets.%s.%s".formatted(name, key);
        }

        WrongTarget wrong(String key, String expected) {
            return new WrongTarget("HUB-4441", key(key), expected);
        }

        <T> T needed(String key, Optional<T> value) {
            return value.orElseThrow(() -> wrong(key, "is missing"));
        }
    }
}
