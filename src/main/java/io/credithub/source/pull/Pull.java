package io.credithub.source.pull;

import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.FeedScheduler;
import io.credithub.source.poll.SourceConfig;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/// Pulls a feed page by page: which page is next, and what to do with an answer. Between the two
/// the route fetches, and nothing else.
@Singleton
@Named("pull")
public final class Pull {
    /// The query of the page to fetch now. The route goes round for as long as it is there.
    static final String PAGE = "page";

    static final String RUN = "run";

    private final FeedScheduler polling;
    private final SourceConfig config;
    private final Feeds feeds;
    private final Tokens tokens;
    private final PageLanding landing;
    private final InstantSource clock = InstantSource.system();

    Pull(
            FeedScheduler polling,
            SourceConfig config,
            Feeds feeds,
            Tokens tokens,
            PageLanding landing) {
        this.polling = polling;
        this.config = config;
        this.feeds = feeds;
        this.tokens = tokens;
        this.landing = landing;
    }

    /// Opens a run if it is the feed's turn. The feed is the route's id; the body says how the
    /// source pages.
    public void open(Exchange exchange) {
        String feed = exchange.getFromRouteId();
        SourceConfig.Feed settings = config.feeds().get(feed);
        if (settings == null || settings.url().isEmpty()) return;
        PageShape shape = PageShape.parse(exchange.getMessage().getBody(String.class));
        Optional<FeedLease> lease = polling.begin(feed);
        if (lease.isEmpty()) return;
        Duration overlap = definition(feed).overlap();
        PullRun run = new PullRun(lease.get(), settings, shape, overlap, clock.instant());
        exchange.setProperty(RUN, run);
        exchange.setProperty(PAGE, query(run));
    }

    /// Turns the message into the request for the page that is next.
    public void ask(Exchange exchange) {
        PullRun run = run(exchange);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "GET");
        exchange.getMessage().setHeader(Exchange.HTTP_RAW_QUERY, exchange.getProperty(PAGE));
        exchange.getMessage().setHeader("Accept", "application/json");
        tokens.bearer(run.lease().feed(), run.settings())
                .ifPresent(token -> exchange.getMessage().setHeader("Authorization", token));
        run.countRequest();
    }

    /// Lands the page that was fetched, then turns to the next one. No thread waits meanwhile.
    ///
    /// @throws SignInAgain if the source refuses the access token, and a new one may help
    /// @throws Unavailable if it refuses a fresh one, or this is no page
    public CompletionStage<Void> land(Exchange exchange) {
        PullRun run = run(exchange);
        try {
            PulledResponse answer = PulledResponse.of(exchange.getMessage());
            return landing.take(run, answer, clock.instant())
                    .thenAccept(page -> turn(exchange, run, page));
        } catch (SignInAgain refused) {
            if (run.maySignInAgain()) throw refused;
            tokens.forget(run.lease().feed());
            throw new Unavailable("a source that refuses a fresh access token");
        }
    }

    /// The page that is next stays the same, and is asked for with another token.
    public void signInAgain(Exchange exchange) {
        tokens.forget(exchange.getFromRouteId());
    }

    private void turn(Exchange exchange, PullRun run, PulledPage page) {
        PullRun.PageTurn turn = run.turnOver(page, clock.instant());
        if (turn != PullRun.PageTurn.NEXT_PAGE) {
            exchange.removeProperty(PAGE);
            polling.succeeded(run.lease(), turn == PullRun.PageTurn.GOES_ON_LATER);
        } else if (polling.isToRest(run.lease().feed())) {
            exchange.removeProperty(PAGE);
            polling.succeeded(run.lease(), true);
        } else if (!polling.goesOn(run.lease())) {
            exchange.removeProperty(PAGE);
            polling.stopped(run.lease().feed());
        } else {
            exchange.setProperty(PAGE, query(run));
        }
    }

    private static String query(PullRun run) {
        String given = URI.create(run.settings().url().orElseThrow()).getRawQuery();
        return given == null ? run.query() : given + "&" + run.query();
    }

    private FeedDefinition definition(String feed) {
        return feeds.find(feed)
                .orElseThrow(() -> new IllegalStateException("no folder in mappings/: " + feed));
    }

    private static PullRun run(Exchange exchange) {
        PullRun run = exchange.getProperty(RUN, PullRun.class);
        if (run == null) throw new IllegalStateException("the route did not open a pull");
        return run;
    }
}
