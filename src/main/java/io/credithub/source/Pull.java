package io.credithub.source;

import io.credithub.flow.Content;
import io.credithub.flow.Delivery;
import io.credithub.flow.Delivery.CursorMove;
import io.credithub.flow.FeedDefinition;
import io.credithub.flow.FeedLease;
import io.credithub.flow.Feeds;
import io.credithub.flow.Landing;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
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

    private final Polling polling;
    private final SourceConfig config;
    private final Feeds feeds;
    private final Tokens tokens;
    private final Landing landing;
    private final Gate gate;

    public Pull(
            Polling polling,
            SourceConfig config,
            Feeds feeds,
            Tokens tokens,
            Landing landing,
            Gate gate) {
        this.polling = polling;
        this.config = config;
        this.feeds = feeds;
        this.tokens = tokens;
        this.landing = landing;
        this.gate = gate;
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
        PullRun run = new PullRun(lease.get(), settings, shape, definition(feed).overlap());
        exchange.setProperty(RUN, run);
        exchange.setProperty(PAGE, address(settings));
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
    }

    /// Lands the page that was fetched, then turns to the next one.
    public void land(Exchange exchange) {
        PullRun run = run(exchange);
        String feed = run.lease().feed();
        Answer answer = Answer.of(exchange.getMessage());
        if (answer.isUnauthorized() && run.maySignInAgain()) {
            tokens.forget(feed);
            return;
        }
        byte[] bytes = answer.page(run.settings().pageBytesMax().asLongValue());
        Page page = Page.read(bytes, run.shape(), definition(feed).format().records());
        if (!page.isEmpty()) {
            Delivery delivery = delivery(run, page, bytes);
            gate.await(
                    "landing a page",
                    run.settings().landingTimeout(),
                    () -> landing.land(delivery));
        }
        if (!run.turnOver(page)) {
            exchange.removeProperty(PAGE);
            polling.succeeded(run.lease(), false);
        } else if (!polling.goesOn(run.lease())) {
            exchange.removeProperty(PAGE);
            polling.stopped(feed);
        }
    }

    private static Delivery delivery(PullRun run, Page page, byte[] bytes) {
        FeedLease lease = run.lease();
        return new Delivery(
                lease.feed(),
                URI.create(run.settings().url().orElseThrow()).getPath() + "?" + run.query(),
                Content.of(bytes),
                null,
                page.declared(),
                page.statedAt(),
                new CursorMove(lease.fence(), run.position(page).toString()));
    }

    private static String query(PullRun run) {
        String given = URI.create(run.settings().url().orElseThrow()).getRawQuery();
        return given == null ? run.query() : given + "&" + run.query();
    }

    /// For Camel: waits are bounded, an answer of any status is an answer, and nobody is sent on to
    /// another server with our token.
    private static String address(SourceConfig.Feed settings) {
        URI uri = URI.create(settings.url().orElseThrow());
        long millis = settings.pageTimeout().toMillis();
        return "%s://%s%s?throwExceptionOnFailure=false&followRedirects=false"
                        .formatted(uri.getScheme(), uri.getRawAuthority(), uri.getRawPath())
                + "&connectTimeout=%d&responseTimeout=%d&soTimeout=%d"
                        .formatted(millis, millis, millis);
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
