package io.credithub.source.pull;

import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.Exchanges;
import io.credithub.source.poll.FeedScheduler;
import io.credithub.source.poll.SourceConfig;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.camel.Exchange;

/// Pulls a feed page by page: where the next page is, and what to do with an answer. Between the
/// two the route fetches, and nothing else.
@Singleton
@Named("pull")
public final class Pull {
    /// The address to fetch now. The route goes round for as long as it is there.
    static final String PAGE = "page";

    static final String RUN = "run";

    /// Who waits for the whole answer gives up before who waits for the next byte.
    private static final Duration SPARE = Duration.ofSeconds(1);

    private final FeedScheduler polling;
    private final SourceConfig config;
    private final Feeds feeds;
    private final Tokens tokens;
    private final PageLanding landing;
    private final Exchanges exchanges;
    private final InstantSource clock = InstantSource.system();

    Pull(
            FeedScheduler polling,
            SourceConfig config,
            Feeds feeds,
            Tokens tokens,
            PageLanding landing,
            Exchanges exchanges) {
        this.polling = polling;
        this.config = config;
        this.feeds = feeds;
        this.tokens = tokens;
        this.landing = landing;
        this.exchanges = exchanges;
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
        exchange.getContext()
                .getRegistry()
                .bind(client(feed), SourceClient.ofPages(exchanges, feed, settings));
        Duration overlap = definition(feed).overlap();
        PullRun run = new PullRun(lease.get(), settings, shape, overlap, clock.instant());
        exchange.setProperty(RUN, run);
        exchange.setProperty(PAGE, address(feed, settings));
    }

    /// Turns the message into the request for the page that is next.
    public void ask(Exchange exchange) {
        PullRun run = run(exchange);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "GET");
        exchange.getMessage().setHeader(Exchange.HTTP_RAW_QUERY, query(run));
        exchange.getMessage().setHeader("Accept", "application/json");
        tokens.bearer(run.lease().feed(), run.settings())
                .ifPresent(token -> exchange.getMessage().setHeader("Authorization", token));
        run.countRequest();
    }

    /// Lands the page that was fetched, then turns to the next one.
    public void land(Exchange exchange) {
        PullRun run = run(exchange);
        Page page;
        try {
            page = landing.take(run, Answer.of(exchange.getMessage()), clock.instant());
        } catch (SignInAgain refused) {
            tokens.forget(run.lease().feed());
            if (run.maySignInAgain()) return;
            throw new Unavailable("a source that refuses a fresh access token");
        }
        PullRun.Turn turn = run.turnOver(page, clock.instant());
        if (turn != PullRun.Turn.NEXT_PAGE) {
            exchange.removeProperty(PAGE);
            polling.succeeded(run.lease(), turn == PullRun.Turn.GOES_ON_LATER);
        } else if (polling.isToRest(run.lease().feed())) {
            exchange.removeProperty(PAGE);
            polling.succeeded(run.lease(), true);
        } else if (!polling.goesOn(run.lease())) {
            exchange.removeProperty(PAGE);
            polling.stopped(run.lease().feed());
        }
    }

    private static String query(PullRun run) {
        String given = URI.create(run.settings().url().orElseThrow()).getRawQuery();
        return given == null ? run.query() : given + "&" + run.query();
    }

    /// The feed's [SourceClient] in Camel's registry.
    private static String client(String feed) {
        return "page-client-" + feed;
    }

    /// For Camel: waits are bounded, an answer of any status is an answer, and nobody is sent on to
    /// another server with our token.
    private static String address(String feed, SourceConfig.Feed settings) {
        URI uri = URI.create(settings.url().orElseThrow());
        long millis = settings.pageTimeout().plus(SPARE).toMillis();
        return "%s://%s%s?throwExceptionOnFailure=false&followRedirects=false"
                        .formatted(uri.getScheme(), uri.getRawAuthority(), uri.getRawPath())
                + "&connectTimeout=%d&responseTimeout=%d&soTimeout=%d"
                        .formatted(millis, millis, millis)
                + "&httpClientConfigurer=#"
                + client(feed);
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
