package io.credithub.app.health;

import io.credithub.flow.feed.FeedAlarm;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedPulse;
import io.credithub.flow.feed.FeedPulses;
import io.credithub.flow.feed.FeedWatch;
import io.credithub.flow.feed.Feeds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How each feed does, as numbers: `hub.feed.failures{source}` in a row,
/// `hub.feed.last.landed.seconds{source}` ago, `hub.feed.silent{source}`,
/// `hub.feed.overdue{source}` and `hub.route.alive{source}` as 0 or 1. What nobody knows is NaN.
@ApplicationScoped
class FeedGauges {
    private final FeedPulses pulses;
    private final FeedWatch watch;
    private final Map<String, FeedPulse> known = new ConcurrentHashMap<>();

    FeedGauges(FeedPulses pulses, FeedWatch watch, Feeds feeds, MeterRegistry metrics) {
        this.pulses = pulses;
        this.watch = watch;
        for (FeedDefinition feed : feeds.all()) {
            String code = feed.code();
            Tags tags = Tags.of("source", code);
            metrics.gauge("hub.feed.failures", tags, this, all -> all.failures(code));
            metrics.gauge("hub.feed.last.landed.seconds", tags, this, all -> all.landedAgo(code));
            metrics.gauge("hub.feed.silent", tags, this, all -> all.has(FeedAlarm.SILENT, code));
            metrics.gauge("hub.feed.overdue", tags, this, all -> all.has(FeedAlarm.OVERDUE, code));
            metrics.gauge("hub.route.alive", tags, this, all -> all.alive(code));
        }
    }

    @Scheduled(every = "${hub.work.sweep-every:5s}", delayed = "2s")
    Uni<Void> look() {
        return pulses.all()
                .invoke(this::note)
                .onFailure()
                .recoverWithNull() // the next look tells
                .replaceWithVoid();
    }

    private void note(List<FeedPulse> all) {
        for (FeedPulse pulse : all) known.put(pulse.feed(), pulse);
    }

    private double failures(String feed) {
        FeedPulse pulse = known.get(feed);
        return pulse == null ? Double.NaN : pulse.failures();
    }

    private double landedAgo(String feed) {
        FeedPulse pulse = known.get(feed);
        @Nullable Instant landed = pulse == null ? null : pulse.lastLandedAt();
        return landed == null
                ? Double.NaN
                : Duration.between(landed, Instant.now()).toMillis() / 1000.0;
    }

    private double has(FeedAlarm alarm, String feed) {
        FeedPulse pulse = known.get(feed);
        if (pulse == null) return Double.NaN;
        return watch.alarms(pulse).contains(alarm) ? 1 : 0;
    }

    private double alive(String feed) {
        return watch.isRouteAlive(feed).map(alive -> alive ? 1.0 : 0.0).orElse(Double.NaN);
    }
}
