package io.credithub.app.health;

import io.credithub.flow.delivery.BrokenChunks;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// `hub.chunks.broken{source}`: how many chunks of a feed wait for an operator.
@ApplicationScoped
class BrokenChunksGauge {
    private final BrokenChunks broken;
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    BrokenChunksGauge(BrokenChunks broken, Feeds feeds, MeterRegistry metrics) {
        this.broken = broken;
        for (FeedDefinition feed : feeds.all()) {
            AtomicLong gauge = new AtomicLong();
            gauges.put(feed.code(), gauge);
            metrics.gauge("hub.chunks.broken", Tags.of("source", feed.code()), gauge);
        }
    }

    @Scheduled(every = "${hub.work.sweep-every:5s}", delayed = "2s")
    Uni<Void> look() {
        return broken.counts()
                .invoke(this::show)
                .onFailure()
                .recoverWithNull() // the next look tells
                .replaceWithVoid();
    }

    private void show(Map<String, Long> counts) {
        gauges.forEach((feed, gauge) -> gauge.set(counts.getOrDefault(feed, 0L)));
    }
}
