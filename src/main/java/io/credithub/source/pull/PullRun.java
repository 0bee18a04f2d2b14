package io.credithub.source.pull;

import io.credithub.domain.Sha256;
import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.SourceConfig;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One pull from its first page to its last. Lives in the exchange; nothing of it need survive,
/// because the feed's cursor moves with every page that lands.
///
/// A run ends because the source says so, or because of its budget of requests and of time, or by a
/// failure: a source that leads in a circle, or on and on without a record, is one that fails.
final class PullRun {
    /// A source that filters after it has paged gives a few pages of nothing.
    static final int EMPTY_PAGES_MAX = 10;

    /// What follows a page.
    enum PageTurn {
        NEXT_PAGE,
        END,
        /// The budget is used up; the next run goes on from the cursor at once.
        GOES_ON_LATER
    }

    private final FeedLease lease;
    private final SourceConfig.Feed settings;
    private final PageShape shape;
    private final Instant startedAt;
    private final Instant start;
    private final String updatedFrom;
    private final Set<String> tokens = new HashSet<>();
    private final Set<String> contents = new HashSet<>();
    private Instant position;
    private @Nullable String next;
    private boolean isTokenRefused;
    private int requests;
    private int emptyPages;

    /// @param overlap how far before the cursor it starts, so that a late commit at the source is
    ///   not missed
    /// @param now when it starts: no cursor is believed that lies beyond
    PullRun(
            FeedLease lease,
            SourceConfig.Feed settings,
            PageShape shape,
            Duration overlap,
            Instant now) {
        this.lease = lease;
        this.settings = settings;
        this.shape = shape;
        this.startedAt = now;
        String cursor = lease.position();
        Instant stored = cursor == null ? settings.startFrom() : instant(lease.feed(), cursor);
        this.start = stored.isAfter(now) ? now : stored;
        this.position = start;
        Instant from = cursor == null ? start : start.minus(overlap);
        this.updatedFrom = from.truncatedTo(ChronoUnit.SECONDS).toString();
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

    /// Where the feed stands once the page has landed. It never goes back, and never beyond what
    /// the source can truthfully have stated: nothing has changed after the page was made, nor
    /// after now. A time of change that lies beyond moves nothing, except at the end: by the last
    /// page all is told that had changed by then.
    Instant position(PulledPage page, Instant now) {
        Instant statedAt = page.statedAt();
        Instant latest = statedAt == null || statedAt.isAfter(now) ? now : statedAt;
        Instant mark = page.watermark();
        if (mark != null && mark.isAfter(latest)) mark = page.next() == null ? latest : null;
        return mark == null || mark.isBefore(position) ? position : mark;
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

    void countRequest() {
        requests++;
    }

    /// @return whether a new token may help: not twice in a row
    boolean maySignInAgain() {
        boolean may = !isTokenRefused && settings.tokenUrl().isPresent();
        isTokenRefused = true;
        return may;
    }

    /// After a page has landed.
    ///
    /// @throws Unavailable if the pages lead nowhere
    PageTurn turnOver(PulledPage page, Instant now) {
        position = position(page, now);
        isTokenRefused = false;
        next = page.next();
        if (next == null) return PageTurn.END;
        if (!tokens.add(next)) throw new Unavailable("page tokens that lead in a circle");
        requireProgress(page);
        if (requests < settings.requestsMax()
                && now.isBefore(startedAt.plus(settings.runTimeout()))) {
            return PageTurn.NEXT_PAGE;
        }
        if (position.isAfter(start)) return PageTurn.GOES_ON_LATER;
        throw new Unavailable(
                "no end and no later time of change within requests-max %d and run-timeout %s"
                        .formatted(settings.requestsMax(), settings.runTimeout()));
    }

    private void requireProgress(PulledPage page) {
        emptyPages = page.isEmpty() ? emptyPages + 1 : 0;
        if (emptyPages > EMPTY_PAGES_MAX) {
            throw new Unavailable("one page without records after the other, and no end");
        }
        if (!page.isEmpty() && !contents.add(Sha256.hex(page.records()))) {
            throw new Unavailable("the same records under another page token");
        }
    }
}
