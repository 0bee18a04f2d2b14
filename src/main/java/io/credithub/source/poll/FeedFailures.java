package io.credithub.source.poll;

import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.FailureWords;
import io.credithub.flow.result.Unavailable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.apache.camel.Exchange;
import org.apache.camel.util.ObjectHelper;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The steps that the routes' common configuration takes when a poll has failed: which of them, by
/// the type of what was thrown, is said in `routes/on-failure.camel.yaml`. One line of log for one
/// outage.
@Singleton
@Named("outage")
public final class FeedFailures {
    private static final Logger LOG = Logger.getLogger(FeedFailures.class);
    private static final int ERROR_LENGTH_MAX = 200;
    private static final int CAUSES_MAX = 16;

    private final FeedScheduler polling;

    public FeedFailures(FeedScheduler polling) {
        this.polling = polling;
    }

    /// Whether the same again, later, may go well.
    public boolean willPass(Exchange exchange) {
        return FailureKind.isOutage(caught(exchange));
    }

    /// Somebody else has the feed, or it rests.
    public void leave(Exchange exchange) {
        String feed = exchange.getFromRouteId();
        LOG.infof("Another one polls from here on: source=%s", feed);
        polling.stopped(feed);
    }

    /// Rests for as long as the source asks for, up to the cap.
    public void waitAsAsked(Exchange exchange) {
        Throwable cause = caught(exchange);
        Busy busy = ObjectHelper.getException(Busy.class, cause);
        Duration asked = busy == null ? Duration.ZERO : busy.retryAfter();
        if (isFirst(exchange.getFromRouteId(), cause, asked)) warn(exchange, cause);
    }

    /// Rests until the next try.
    public void retry(Exchange exchange) {
        Throwable cause = caught(exchange);
        if (isFirst(exchange.getFromRouteId(), cause, Duration.ZERO)) warn(exchange, cause);
    }

    /// The same for what is no outage: the log has all of it.
    public void report(Exchange exchange) {
        report(exchange.getFromRouteId(), caught(exchange));
    }

    /// Outside a route: for a step of one that has failed itself.
    public void report(String feed, Throwable cause) {
        if (!isFirst(feed, cause, Duration.ZERO)) return;
        LOG.errorf(cause, "A poll failed: source=%s", feed);
    }

    private static void warn(Exchange exchange, Throwable cause) {
        String feed = exchange.getFromRouteId();
        LOG.warnf("A source is unavailable: source=%s error=%s", feed, sentence(cause));
    }

    private static Throwable caught(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause != null) return cause;
        throw new IllegalStateException("no exception to handle in " + exchange.getFromRouteId());
    }

    /// Puts the feed to rest until its next try.
    ///
    /// @return whether it is the first failure in a row; true too where it cannot be noted
    private boolean isFirst(String feed, Throwable cause, Duration atLeast) {
        try {
            return polling.failed(feed, sentence(cause), atLeast) <= 1;
        } catch (RuntimeException noDatabase) {
            cause.addSuppressed(noDatabase);
            return true;
        }
    }

    /// The thread that polled is gone, and told nobody why.
    void died(String feed) {
        try {
            String sentence = PollFault.THREAD_GONE.of("the route had stopped by itself");
            polling.failed(feed, sentence, Duration.ZERO);
        } catch (RuntimeException noDatabase) {
            LOG.warnf("That a route has died could not be noted: source=%s", feed);
        }
    }

    /// For operators. Only exceptions whose words are ours, or those of the network, are quoted.
    private static String sentence(Throwable cause) {
        Error error = error(cause);
        if (error != null) return cut(PollFault.ERROR.of(FailureWords.of(error)));
        Throwable root = cause.getCause();
        boolean isOurs = cause instanceof Unavailable || cause instanceof Busy;
        return cut(isOurs ? cause.getMessage() + because(root) : because(cause).strip());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), ERROR_LENGTH_MAX));
    }

    /// Camel carries an error in an exception.
    private static @Nullable Error error(Throwable cause) {
        Throwable inside = cause;
        for (int depth = 0; depth < CAUSES_MAX && inside != null; depth++) {
            if (inside instanceof Error error) return error;
            inside = inside.getCause();
        }
        return null;
    }

    private static String because(@Nullable Throwable cause) {
        if (cause == null) return "";
        if (FailureKind.isFatal(cause)) return " (" + FailureWords.of(cause) + ")";
        String name = " (" + cause.getClass().getSimpleName();
        boolean hasWords = cause instanceof IOException && cause.getMessage() != null;
        return hasWords ? name + ": " + cause.getMessage() + ")" : name + ")";
    }
}
