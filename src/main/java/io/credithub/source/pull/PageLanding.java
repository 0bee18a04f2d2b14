package io.credithub.source.pull;

import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Delivery.CursorMove;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.Envelopes;
import io.credithub.flow.result.Unavailable;
import io.credithub.flow.rules.Policies;
import io.credithub.source.poll.Exchanges;
import io.credithub.source.poll.ReactiveBridge;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Lands pages that were fetched: unchanged, once their envelope is known to be sound.
@Singleton
public final class PageLanding {
    private final Feeds feeds;
    private final Envelopes envelopes;
    private final Landing landing;
    private final ReactiveBridge gate;
    private final Exchanges exchanges;
    private final Policies policies;

    /// @param policies whose calendar says what day it is
    PageLanding(
            Feeds feeds,
            Envelopes envelopes,
            Landing landing,
            ReactiveBridge gate,
            Exchanges exchanges,
            Policies policies) {
        this.feeds = feeds;
        this.envelopes = envelopes;
        this.landing = landing;
        this.gate = gate;
        this.exchanges = exchanges;
        this.policies = policies;
    }

    /// @return the page, once it has landed if there is a record in it
    /// @throws Unavailable if it is no page: nothing has landed, and the cursor stays
    /// @throws SignInAgain if the source refuses the access token
    CompletionStage<PulledPage> take(PullRun run, PulledResponse answer, Instant now) {
        byte[] bytes = answer.page(run.settings().pageBytesMax().asLongValue(), now);
        String feed = run.lease().feed();
        PulledPage page =
                PulledPage.read(bytes, run.shape(), envelopes.open(bytes, pointer(feed)))
                        .believed(policies.dayOf(now));
        if (page.isEmpty()) return CompletableFuture.completedStage(page);
        Delivery delivery = delivery(run, page, bytes, now);
        Duration atMost = run.settings().landingTimeout();
        return exchanges.promised(
                feed,
                gate.promise(
                        "landing a page", atMost, () -> landing.land(delivery).map(_ -> page)));
    }

    private static Delivery delivery(PullRun run, PulledPage page, byte[] bytes, Instant now) {
        FeedLease lease = run.lease();
        return new Delivery(
                lease.feed(),
                URI.create(run.settings().url().orElseThrow()).getPath() + "?" + run.query(),
                Content.of(bytes),
                null,
                page.declared(),
                page.statedAt(),
                new CursorMove(lease.fence(), run.position(page, now).toString()));
    }

    private @Nullable String pointer(String feed) {
        FeedDefinition definition =
                feeds.find(feed)
                        .orElseThrow(
                                () -> new IllegalStateException("no folder in mappings/: " + feed));
        return definition.format().records();
    }
}
