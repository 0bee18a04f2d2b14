package io.credithub.source.pull;

import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedDefinition.FeedKind;
import io.credithub.flow.feed.Feeds;
import io.credithub.source.poll.Exchanges;
import io.credithub.source.poll.SourceConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;

/// The client of each feed that is pulled, in Camel's registry before the routes that name it:
/// `#page-client-<feed>`.
@Singleton
final class PageClients {
    /// Before the routes are loaded.
    private static final int EARLY = 2;

    private static final String PREFIX = "page-client-";

    private final CamelContext camel;
    private final Feeds feeds;
    private final SourceConfig config;
    private final Exchanges exchanges;

    PageClients(CamelContext camel, Feeds feeds, SourceConfig config, Exchanges exchanges) {
        this.camel = camel;
        this.feeds = feeds;
        this.config = config;
        this.exchanges = exchanges;
    }

    void start(@Observes @Priority(EARLY) StartupEvent started) {
        for (FeedDefinition feed : feeds.all()) {
            if (feed.kind() == FeedKind.PULL) bind(feed.code());
        }
    }

    private void bind(String feed) {
        SourceConfig.Feed settings = config.feeds().get(feed);
        SourceClient client =
                settings == null
                        ? SourceClient.ofNothing(exchanges, feed)
                        : SourceClient.ofPages(exchanges, feed, settings);
        camel.getRegistry().bind(PREFIX + feed, client);
    }
}
