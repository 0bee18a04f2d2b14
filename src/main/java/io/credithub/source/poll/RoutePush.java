package io.credithub.source.poll;

import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Push;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/// Sends a pushed delivery through the route `direct:<feed>`, so that a pushed feed too is a file
/// in `routes/`.
///
/// A route begins in a thread of the pool, since nobody knows what steps it has, and lets go of it
/// where its bean gives a promise: no thread waits for a landing.
@Singleton
public final class RoutePush implements Push {
    private final ProducerTemplate routes;
    private final Executor workers;

    @Inject
    public RoutePush(ProducerTemplate routes) {
        this(routes, Infrastructure.getDefaultWorkerPool());
    }

    /// @param workers where routes begin
    RoutePush(ProducerTemplate routes, Executor workers) {
        this.routes = routes;
        this.workers = workers;
    }

    @Override
    public Uni<Receipt> push(Delivery delivery) {
        String route = "direct:" + delivery.feed();
        return Uni.createFrom()
                .completionStage(() -> routes.asyncRequestBody(route, delivery, Receipt.class))
                .runSubscriptionOn(workers)
                .onFailure()
                .transform(RoutePush::unwrapped);
    }

    /// As it was thrown: whoever answers asks what it is.
    private static Throwable unwrapped(Throwable failed) {
        Throwable thrown = failed;
        while (isWrapping(thrown) && thrown.getCause() != null) thrown = thrown.getCause();
        return thrown instanceof DirectConsumerNotAvailableException closed
                ? new Unavailable("the route of the feed", closed)
                : thrown;
    }

    private static boolean isWrapping(Throwable thrown) {
        return thrown instanceof CompletionException || thrown instanceof CamelExecutionException;
    }
}
