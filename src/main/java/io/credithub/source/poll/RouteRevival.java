package io.credithub.source.poll;

import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedWatch;
import io.credithub.flow.feed.Feeds;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.jboss.logging.Logger;

/// Starts routes again that have stopped, or whose thread is gone: Java ends a thread for an error
/// that nothing in it catches, and a timer does not tell.
@Singleton
public final class RouteRevival {
    private static final Logger LOG = Logger.getLogger(RouteRevival.class);

    /// What is still in a dead route does not come out of it.
    private static final long STOP_SECONDS = 2;

    private final CamelContext camel;
    private final Feeds feeds;
    private final FeedWatch watch;
    private final FeedScheduler polling;
    private final FeedFailures outage;

    RouteRevival(
            CamelContext camel,
            Feeds feeds,
            FeedWatch watch,
            FeedScheduler polling,
            FeedFailures outage) {
        this.camel = camel;
        this.feeds = feeds;
        this.watch = watch;
        this.polling = polling;
        this.outage = outage;
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        for (FeedDefinition feed : feeds.all()) {
            if (!watch.isRouteAlive(feed.code()).orElse(true)) revive(feed.code());
        }
    }

    private void revive(String feed) {
        LOG.errorf("A route has died and is started again: source=%s", feed);
        outage.died(feed);
        try {
            startAnew(feed);
        } catch (Exception failure) {
            LOG.errorf(failure, "A route cannot be started again: source=%s", feed);
        }
    }

    /// From its definition: of a route that is only stopped and started, a loop stays stopped.
    private void startAnew(String feed) throws Exception {
        Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        RouteDefinition definition = model.getRouteDefinition(feed);
        camel.getRouteController().stopRoute(feed, STOP_SECONDS, TimeUnit.SECONDS);
        camel.removeRoute(feed);
        polling.startsAgain(feed);
        model.addRouteDefinition(definition);
        camel.getRouteController().startRoute(feed);
    }
}
