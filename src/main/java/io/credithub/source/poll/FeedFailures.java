package io.credithub.source.poll;

import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.FailureWords;
import io.credithub.flow.result.LeaseLost;
import io.credithub.flow.result.Unavailable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What becomes of a poll that failed. A refused file is parked with its reason; everything else is
/// tried again after a pause that grows up to its cap, for ever. One line of log for one outage.
@Singleton
@Named("outage")
public final class FeedFailures {
    private static final Logger LOG = Logger.getLogger(FeedFailures.class);
    private static final int ERROR_LENGTH_MAX = 200;
    private static final int CAUSES_MAX = 16;

    private final FeedScheduler polling;
    private final Parking parking;

    public FeedFailures(FeedScheduler polling, Parking parking) {
        this.polling = polling;
        this.parking = parking;
    }

    /// What is put aside instead of being tried again: a file that nobody can take.
    public interface Parking {
        /// Puts it aside with its reason, if the exchange is of a file and its failure will not
        /// pass.
        ///
        /// @return false: the feed is to try again later
        boolean park(Exchange exchange, String feed, Throwable cause);
    }

    /// Called by the routes' common configuration, with the exception in the exchange.
    public void handle(Exchange exchange) {
        String feed = exchange.getFromRouteId();
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (cause == null) throw new IllegalStateException("no exception to handle in " + feed);
        try {
            if (!parking.park(exchange, feed, cause)) note(feed, cause);
        } catch (RuntimeException failure) {
            note(feed, failure);
        }
    }

    /// Puts the feed to rest until its next try.
    public void note(String feed, Throwable cause) {
        if (cause instanceof LeaseLost) {
            LOG.infof("Another one polls from here on: source=%s", feed);
            polling.stopped(feed);
            return;
        }
        int failures = 0;
        try {
            Duration pause = cause instanceof Busy busy ? busy.retryAfter() : Duration.ZERO;
            failures = polling.failed(feed, sentence(cause), pause);
        } catch (RuntimeException noDatabase) {
            cause.addSuppressed(noDatabase);
        }
        if (failures <= 1) log(feed, cause);
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

    private static void log(String feed, Throwable cause) {
        if (cause instanceof Busy || FailureKind.isOutage(cause)) {
            LOG.warnf("A source is unavailable: source=%s error=%s", feed, sentence(cause));
        } else {
            LOG.errorf(cause, "A poll failed: source=%s", feed);
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
