package io.credithub.source.drop;

import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.result.LeaseLost;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.DeliveryRefused;
import io.credithub.source.poll.DeliveryRefused.Reason;
import io.credithub.source.poll.Exchanges;
import io.credithub.source.poll.FeedFailures;
import io.credithub.source.poll.FeedScheduler;
import io.credithub.source.poll.SourceConfig;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.util.ObjectHelper;
import org.jboss.logging.Logger;

/// Lands a file of a drop folder, then puts it away: in this order, inside the route, so that a
/// crash at any moment leaves the file where it is found again.
@Singleton
@Named("drop")
public final class DropFiles {
    private static final Logger LOG = Logger.getLogger(DropFiles.class);

    private final FeedScheduler polling;
    private final SourceConfig config;
    private final DropLanding landing;
    private final Exchanges exchanges;
    private final HubFolders hub;
    private final FeedFailures failures;

    DropFiles(
            FeedScheduler polling,
            SourceConfig config,
            DropLanding landing,
            Exchanges exchanges,
            HubFolders hub,
            FeedFailures failures) {
        this.polling = polling;
        this.config = config;
        this.landing = landing;
        this.exchanges = exchanges;
        this.hub = hub;
        this.failures = failures;
    }

    /// No thread waits while it lands.
    ///
    /// @return fails with [DeliveryRefused] if the delivery will never be good
    public CompletionStage<Void> land(Exchange exchange) throws Exception {
        String feed = exchange.getFromRouteId();
        FeedLease lease = polling.running(feed).orElseThrow(() -> new LeaseLost(feed, -1));
        if (!polling.goesOn(lease)) throw new LeaseLost(feed, lease.fence());
        DropFolder folder = folder(feed);
        Duration atMost = settings(feed).landingTimeout();
        DropFile file = read(feed, folder, name(exchange));
        try {
            return exchanges
                    .promised(feed, landing.land(lease, file, atMost))
                    .thenAccept(_ -> folder.keep(file))
                    .whenComplete((_, _) -> close(file));
        } catch (RuntimeException failure) {
            close(file);
            throw failure;
        }
    }

    private static void close(DropFile file) {
        try {
            file.close();
        } catch (IOException nobodyNeedsIt) {
            LOG.debugf(nobodyNeedsIt, "A file that was read cannot be closed");
        }
    }

    /// Apart, since a file may turn out to be a pipe that nobody writes to.
    private DropFile read(String feed, DropFolder folder, String name) throws Exception {
        return exchanges.await(
                feed,
                "reading a file",
                settings(feed).landingTimeout(),
                () -> folder.read(name),
                () -> {});
    }

    boolean isConfigured(String feed) {
        SourceConfig.Feed settings = config.feeds().get(feed);
        return settings != null && settings.folder().isPresent();
    }

    /// Before a poll looks into the folder.
    ///
    /// @return the names of the deliveries to take, at most `max`
    List<String> prepare(FeedLease lease, int max) {
        DropFolder folder = folder(lease.feed());
        hub.conflict(folder.folder()).ifPresent(DropFiles::refuse);
        folder.requireOwn();
        folder.tidy();
        if (lease.repullFrom() != null) folder.bringBack(lease.repullFrom());
        return folder.ready(max);
    }

    private static void refuse(String place) {
        throw new Unavailable(
                DropFault.FORBIDDEN_PLACE.of("the folder is, contains or lies in " + place));
    }

    /// Puts a file aside that is not as agreed, with its reason.
    public void park(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        DeliveryRefused refused = ObjectHelper.getException(DeliveryRefused.class, cause);
        if (refused == null) throw new IllegalStateException("not refused", cause);
        Reason reason = refused.reason();
        if (!isParked(exchange, reason)) return;
        String feed = exchange.getFromRouteId();
        LOG.warnf("A dropped file is refused: source=%s code=%s", feed, reason.code());
    }

    /// Puts a file aside that the hub cannot land, and will not later.
    public void giveUp(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (!isParked(exchange, Reason.NOT_LANDED)) return;
        String feed = exchange.getFromRouteId();
        LOG.errorf(cause, "A dropped file could not be landed: source=%s", feed);
    }

    /// @return false if it stays where it is: then the feed is to try again later
    private boolean isParked(Exchange exchange, Reason reason) {
        String feed = exchange.getFromRouteId();
        try {
            folder(feed).park(name(exchange), reason);
            return true;
        } catch (RuntimeException failure) {
            failures.report(feed, failure);
            return false;
        }
    }

    private static String name(Exchange exchange) {
        String name = exchange.getProperty("drop", String.class);
        if (name == null) throw new IllegalStateException("the route did not note the file");
        return name;
    }

    private DropFolder folder(String feed) {
        return DropFolder.of(settings(feed));
    }

    private SourceConfig.Feed settings(String feed) {
        SourceConfig.Feed settings = config.feeds().get(feed);
        if (settings == null) throw new IllegalStateException("not configured: " + feed);
        return settings;
    }
}
