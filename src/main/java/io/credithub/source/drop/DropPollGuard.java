package io.credithub.source.drop;

import io.credithub.flow.feed.FeedLease;
import io.credithub.source.poll.FeedScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RouteAware;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.BridgeExceptionHandlerToErrorHandler;
import org.apache.camel.support.DefaultConsumer;

/// Looks into the folder of a feed when it is the feed's turn, and sends its route one exchange for
/// each file.
///
/// The file consumer only keeps the time: it never lists the folder itself. It would follow links,
/// evaluate what stands in the names of files, and stop at the first that makes no sense to it.
@Singleton
@Named("drop-polls")
public final class DropPollGuard implements PollingConsumerPollStrategy {
    private static final int FILES_MAX = 50;

    private final FeedScheduler polling;
    private final DropFiles drop;

    public DropPollGuard(FeedScheduler polling, DropFiles drop) {
        this.polling = polling;
        this.drop = drop;
    }

    /// @return never that the consumer should look itself
    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        String feed = feed(consumer);
        try {
            Optional<FeedLease> lease =
                    drop.isConfigured(feed) ? polling.begin(feed) : Optional.empty();
            if (lease.isPresent()) poll(consumer, lease.get());
        } catch (Exception | LinkageError | StackOverflowError failure) {
            handOver(consumer, failure);
        }
        return false;
    }

    /// To the route, whose configuration says what becomes of it.
    private static void handOver(Consumer consumer, Throwable failure) {
        DefaultConsumer polling = (DefaultConsumer) consumer;
        Exchange exchange = polling.createExchange(false);
        try {
            new BridgeExceptionHandlerToErrorHandler(polling)
                    .handleException("a look into the folder", exchange, failure);
        } finally {
            polling.releaseExchange(exchange, false);
        }
    }

    private void poll(Consumer consumer, FeedLease lease) throws Exception {
        List<String> names = drop.prepare(lease, FILES_MAX);
        for (String name : names) {
            if (polling.isToRest(lease.feed())) break;
            send(consumer, name);
            if (polling.running(lease.feed()).isEmpty()) return; // it has failed, or is paused
        }
        polling.succeeded(lease, !names.isEmpty());
    }

    private static void send(Consumer consumer, String name) throws Exception {
        Exchange exchange = ((DefaultConsumer) consumer).createExchange(false);
        exchange.getMessage().setHeader(Exchange.FILE_NAME_ONLY, name);
        try {
            consumer.getProcessor().process(exchange);
            if (exchange.getException() != null) throw exchange.getException();
        } finally {
            ((DefaultConsumer) consumer).releaseExchange(exchange, false);
        }
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        // The consumer does not look, so it has nothing to say.
    }

    @Override
    public boolean rollback(
            Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        handOver(consumer, cause);
        return false;
    }

    private static String feed(Consumer consumer) {
        return ((RouteAware) consumer).getRoute().getRouteId();
    }
}
