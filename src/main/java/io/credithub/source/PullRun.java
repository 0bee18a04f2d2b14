package io.credithub.source;

import io.credithub.flow.FeedLease;
import io.credithub.flow.Unavailable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// One pull from its first page to its last. Lives in the exchange; nothing of it need survive,
/// because the feed's cursor moves with every page that lands.
final class PullRun {
    private final FeedLease lease;
    private final SourceConfig.Feed settings;
    private final PageShape shape;
    private final String updatedFrom;
    private Instant position;
    private @Nullable String next;
    private boolean isTokenRefused;

    /// @param overlap how far before the cursor it starts, so that a late commit at the source is
    ///   not missed
    PullRun(FeedLease lease, SourceConfig.Feed settings, PageShape shape, Duration overlap) {
        this.lease = lease;
        this.settings = settings;
        this.shape = shape;
        String cursor = lease.position();
        this.position = cursor == null ? settings.startFrom() : instant(lease.feed(), cursor);
        Instant start = cursor == null ? position : position.minus(overlap);
        this.updatedFrom = start.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Instant instant(String feed, String cursor) {
        try {
            return Instant.parse(cursor);
        } catch (DateTimeException wrong) {
            throw new IllegalStateException("the cursor of " + feed + " is no instant", wrong);
        }
    }

    FeedLease lease() {
        return lease;
    }

    SourceConfig.Feed settings() {
        return settings;
    }

    PageShape shape() {
        return shape;
    }

    /// Where the feed stands once the page has landed. Never goes back, whatever a page says.
    Instant position(Page page) {
        Instant watermark = page.watermark();
        return watermark == null || watermark.isBefore(position) ? position : watermark;
    }

    /// The query of the page that is next; encoded, and without secrets.
    String query() {
        String query = parameter(shape.parameters().from(), updatedFrom);
        query += "&" + parameter(shape.parameters().size(), String.valueOf(settings.pageSize()));
        if (next != null) query += "&" + parameter(shape.parameters().next(), next);
        return query;
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// @return whether a new token may help: not twice in a row
    boolean maySignInAgain() {
        boolean may = !isTokenRefused;
        isTokenRefused = true;
        return may;
    }

    /// @return whether there is another page
    boolean turnOver(Page page) {
        String following = page.next();
        if (following != null && following.equals(next)) {
            throw new Unavailable("the same page is said to follow itself");
        }
        position = position(page);
        next = following;
        isTokenRefused = false;
        return following != null;
    }
}
