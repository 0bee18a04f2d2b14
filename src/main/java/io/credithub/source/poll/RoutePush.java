package io.credithub.source.poll;

import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Push;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/// Sends a pushed delivery through the route `direct:<feed>`, so that a pushed feed too is a file
/// in `routes/`.
///
/// A route begins in a thread of the pool, since nobody knows what steps it has, and lets go of it
/// where its bean gives a promise: no thread waits for a landing. A route that is being started is
/// asked again for a few seconds; nor does a thread wait for that.
@Singleton
public final class RoutePush implements Push {
    private static final Duration STARTING_MAX = Duration.ofSeconds(5);
    private static final Duration ASKED_AGAIN_MIN = Duration.ofMillis(50);
    private static final Duration ASKED_AGAIN_MAX = Duration.ofMillis(500);

    private final ProducerTemplate routes;
    private final Executor workers;
    private final Duration startingMax;

    @Inject
    public RoutePush(ProducerTemplate routes) {
        this(routes, Infrastructure.getDefaultWorkerPool(), STARTING_MAX);
    }

    /// @param workers where routes begin
    /// @param startingMax how long a route may take to start
    RoutePush(ProducerTemplate routes, Executor workers, Duration startingMax) {
        this.routes = routes;
        this.workers = workers;
        this.startingMax = startingMax;
    }

    @Override
    public Uni<Receipt> push(Delivery delivery) {
        String route = "direct:" + delivery.feed();
        return Uni.createFrom()
                .completionStage(() -> routes.asyncRequestBody(route, delivery, Receipt.class))
                .runSubscriptionOn(workers)
                .onFailure()
                .transform(RoutePush::unwrapped)
                .onFailure(DirectConsumerNotAvailableException.class)
                .retry()
                .withBackOff(ASKED_AGAIN_MIN, ASKED_AGAIN_MAX)
                .expireIn(startingMax.toMillis())
                .onFailure(RoutePush::isClosed)
                .transform(closed -> new Unavailable("the route of the feed", closed));
    }

    /// As it was thrown: whoever answers asks what it is.
    private static Throwable unwrapped(Throwable failed) {
        Throwable thrown = failed;
        while (isWrapping(thrown) && thrown.getCause() != null) thrown = thrown.getCause();
        return thrown;
    }

    /// A retry that has expired wraps what failed last, or adds itself to it.
    private static boolean isClosed(Throwable failed) {
        return failed instanceof DirectConsumerNotAvailableException
                || failed.getCause() instanceof DirectConsumerNotAvailableException;
    }

    private static boolean isWrapping(Throwable thrown) {
        return thrown instanceof CompletionException || thrown instanceof CamelExecutionException;
    }
}
