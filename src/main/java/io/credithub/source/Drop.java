package io.credithub.source;

import io.credithub.domain.StatedTime;
import io.credithub.flow.Delivery;
import io.credithub.flow.Delivery.CursorMove;
import io.credithub.flow.FeedLease;
import io.credithub.flow.Landing;
import io.credithub.flow.LeaseLost;
import io.credithub.flow.Policies;
import io.credithub.source.Refused.Reason;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import org.apache.camel.Exchange;

/// Lands a file of a drop folder, then puts it away: in this order, inside the route, so that a
/// crash at any moment leaves the file where it is found again.
@Singleton
@Named("drop")
public final class Drop {
    private final Polling polling;
    private final SourceConfig config;
    private final Landing landing;
    private final Gate gate;
    private final Policies policies;
    private final InstantSource clock;

    /// @param policies whose calendar says what day it is
    public Drop(
            Polling polling,
            SourceConfig config,
            Landing landing,
            Gate gate,
            Policies policies,
            InstantSource clock) {
        this.polling = polling;
        this.config = config;
        this.landing = landing;
        this.gate = gate;
        this.policies = policies;
        this.clock = clock;
    }

    /// @throws Refused if the delivery will never be good
    public void land(Exchange exchange) {
        String feed = exchange.getFromRouteId();
        FeedLease lease = polling.running(feed).orElseThrow(() -> new LeaseLost(feed, -1));
        if (!polling.goesOn(lease)) throw new LeaseLost(feed, lease.fence());
        String name = name(exchange);
        DropFolder folder = folder(feed);
        Manifest manifest = folder.manifest(name);
        LocalDate today = policies.dayOf(clock.instant());
        if (!StatedTime.isBelieved(manifest.statedAt(), today)) {
            throw new Refused(Reason.BAD_MANIFEST);
        }
        folder.check(name, manifest);
        folder.checkIsText(name);
        Delivery delivery =
                new Delivery(
                        feed,
                        name,
                        folder.data(name),
                        null,
                        manifest.declared(),
                        manifest.statedAt(),
                        new CursorMove(lease.fence(), name));
        gate.await("landing a file", settings(feed).landingTimeout(), () -> landing.land(delivery));
        folder.keep(name);
    }

    boolean isConfigured(String feed) {
        SourceConfig.Feed settings = config.feeds().get(feed);
        return settings != null && settings.folder().isPresent();
    }

    /// Before a poll looks into the folder.
    void prepare(FeedLease lease) {
        DropFolder folder = folder(lease.feed());
        folder.tidy();
        if (lease.repullFrom() != null) folder.bringBack(lease.repullFrom());
    }

    void park(Exchange exchange, Reason reason) {
        folder(exchange.getFromRouteId()).park(name(exchange), reason);
    }

    /// Whether the exchange carries a file of a drop folder.
    static boolean isDrop(Exchange exchange) {
        return exchange.getProperty("drop", String.class) != null;
    }

    private static String name(Exchange exchange) {
        String name = exchange.getProperty("drop", String.class);
        if (name == null) throw new IllegalStateException("the route did not note the file");
        return name;
    }

    private DropFolder folder(String feed) {
        return new DropFolder(settings(feed).folder().orElseThrow().toAbsolutePath().normalize());
    }

    private SourceConfig.Feed settings(String feed) {
        SourceConfig.Feed settings = config.feeds().get(feed);
        if (settings == null) throw new IllegalStateException("not configured: " + feed);
        return settings;
    }
}
