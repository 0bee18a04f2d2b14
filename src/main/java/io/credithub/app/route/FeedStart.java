package io.credithub.app.route;

import io.credithub.flow.feed.FeedProblem;
import io.credithub.source.poll.SourceConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jboss.logging.Logger;

/// Loads the routes of all feeds that can run, each file by itself, and names those that cannot: a
/// slip in one file is no reason for the others to stand still.
@Singleton
final class FeedStart {
    private static final Logger LOG = Logger.getLogger(FeedStart.class);

    /// After the keys of the configuration, before the first poll.
    private static final int EARLY = 3;

    private final CamelContext camel;
    private final CheckedFeeds feeds;
    private final SourceConfig config;

    FeedStart(CamelContext camel, CheckedFeeds feeds, SourceConfig config) {
        this.camel = camel;
        this.feeds = feeds;
        this.config = config;
    }

    void start(@Observes @Priority(EARLY) StartupEvent started) {
        for (RouteFile file : feeds.routes()) load(file);
        for (FeedProblem off : feeds.all()) {
            LOG.errorf(
                    "A feed is off: source=%s code=%s file=%s path=%s problem=%s fix=%s",
                    off.feed(),
                    off.code(),
                    off.file(),
                    off.path(),
                    off.message().en(),
                    off.fix().en());
        }
    }

    private void load(RouteFile file) {
        try {
            load(camel, file, config);
        } catch (Exception failure) {
            feeds.cannotLoad(file, failure);
            LOG.debugf(failure, "A route cannot be loaded: file=%s", file.path().getFileName());
        }
    }

    static void load(CamelContext camel, RouteFile file, SourceConfig config) throws Exception {
        for (String feed : file.feeds()) RouteAddress.give(camel, feed, config);
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file.path()));
    }
}
