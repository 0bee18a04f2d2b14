package io.credithub.source.check;

import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedLeases;
import io.credithub.flow.feed.FeedProblems;
import io.credithub.flow.feed.Feeds;
import io.credithub.source.poll.FeedScheduler;
import io.credithub.source.poll.ReactiveBridge;
import io.credithub.source.poll.SourceConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/// Before the first poll: every feed is put on the books, and one that nothing is configured for is
/// named once.
@Singleton
public final class SourceStart {
    private static final Logger LOG = Logger.getLogger(SourceStart.class);

    private final SourceConfig config;
    private final Feeds feeds;
    private final FeedProblems problems;
    private final FeedLeases leases;
    private final FeedScheduler polling;
    private final ReactiveBridge gate;

    public SourceStart(
            SourceConfig config,
            Feeds feeds,
            FeedProblems problems,
            FeedLeases leases,
            FeedScheduler polling,
            ReactiveBridge gate) {
        this.config = config;
        this.feeds = feeds;
        this.problems = problems;
        this.leases = leases;
        this.polling = polling;
        this.gate = gate;
    }

    void start(@Observes StartupEvent event) {
        List<String> codes = feeds.all().stream().map(FeedDefinition::code).toList();
        gate.await(
                "putting the feeds on the books",
                ReactiveBridge.BRIEF,
                () -> leases.register(codes).replaceWith(Boolean.TRUE));
        feeds.all().forEach(this::sayIfIdle);
        polling.open();
    }

    private void sayIfIdle(FeedDefinition feed) {
        SourceConfig.Feed settings = config.feeds().get(feed.code());
        String key =
                switch (feed.kind()) {
                    case PULL -> settings == null || settings.url().isEmpty() ? "url" : "";
                    case DROP -> settings == null || settings.folder().isEmpty() ? "folder" : "";
                    case PUSH -> "";
                };
        if (key.isEmpty() || problems.of(feed.code()).isPresent()) return;
        LOG.infof(
                "A feed is not polled, nothing is configured for it: source=%s key=%s",
                feed.code(), "hub.source." + feed.code() + "." + key);
    }
}
