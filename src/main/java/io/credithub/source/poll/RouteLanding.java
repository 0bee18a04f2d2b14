package io.credithub.source.poll;

import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.feed.FeedLeases;
import io.credithub.flow.feed.FeedPaused;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Body;

/// Lands a delivery that is whole as it comes: what the routes of pushed feeds call.
@Singleton
@Named("landing")
public final class RouteLanding {
    /// A sender waits for the answer.
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private final FeedLeases leases;
    private final Landing landing;
    private final ReactiveBridge gate;

    public RouteLanding(FeedLeases leases, Landing landing, ReactiveBridge gate) {
        this.leases = leases;
        this.landing = landing;
        this.gate = gate;
    }

    /// No thread waits for the landing, however many are pushed at a time.
    ///
    /// @return fails with [FeedPaused] if the feed is paused
    public CompletionStage<Receipt> push(@Body Delivery delivery) {
        return gate.promise("landing a push", AT_MOST, () -> unlessPaused(delivery));
    }

    private Uni<Receipt> unlessPaused(Delivery delivery) {
        return leases.pause(delivery.feed())
                .chain(paused ->
                        paused.isPresent()
                                ? Uni.createFrom().failure(new FeedPaused(paused.get().since()))
                                : landing.land(delivery));
    }
}
