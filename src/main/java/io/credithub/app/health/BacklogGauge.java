package io.credithub.app.health;

import io.credithub.flow.delivery.Chunks;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.load.Backlog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Keeps the [Backlog] right by the registry, and shows it: `hub.feed.backlog{source}`, chunks that
/// wait to be worked on.
@ApplicationScoped
class BacklogGauge {
    private final Backlog backlog;
    private final Chunks chunks;

    BacklogGauge(Backlog backlog, Chunks chunks, Feeds feeds, MeterRegistry metrics) {
        this.backlog = backlog;
        this.chunks = chunks;
        for (FeedDefinition feed : feeds.all()) {
            String code = feed.code();
            Tags tags = Tags.of("source", code);
            metrics.gauge("hub.feed.backlog", tags, backlog, all -> all.of(code));
        }
    }

    @Scheduled(
            every = "${hub.work.sweep-every:5s}",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return backlog.correct(chunks.waiting()).onFailure().recoverWithNull(); // the next tells
    }
}
