package io.credithub.source;

import io.credithub.flow.FeedLease;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/// Lets a file consumer look into its folder only when it is the feed's turn.
@Singleton
@Named("drop-polls")
public final class DropPolls implements PollingConsumerPollStrategy {
    private final Polling polling;
    private final Drop drop;
    private final Outage outage;

    public DropPolls(Polling polling, Drop drop, Outage outage) {
        this.polling = polling;
        this.drop = drop;
        this.outage = outage;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        String feed = feed(consumer);
        try {
            Optional<FeedLease> lease =
                    drop.isConfigured(feed) ? polling.begin(feed) : Optional.empty();
            lease.ifPresent(drop::prepare);
            return lease.isPresent();
        } catch (RuntimeException failure) {
            outage.note(feed, failure);
            return false;
        }
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        String feed = feed(consumer);
        try {
            polling.running(feed).ifPresent(lease -> polling.succeeded(lease, polledMessages > 0));
        } catch (RuntimeException failure) {
            outage.note(feed, failure);
        }
    }

    @Override
    public boolean rollback(
            Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        outage.note(feed(consumer), cause);
        return false;
    }

    private static String feed(Consumer consumer) {
        return ((RouteAware) consumer).getRoute().getRouteId();
    }
}
