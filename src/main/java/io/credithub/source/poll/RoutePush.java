package io.credithub.source.poll;

import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Push;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/// Sends a pushed delivery through the route `direct:<feed>`, so that a pushed feed too is a file
/// in `routes/`.
@Singleton
public final class RoutePush implements Push {
    private final ProducerTemplate routes;

    public RoutePush(ProducerTemplate routes) {
        this.routes = routes;
    }

    @Override
    public Uni<Receipt> push(Delivery delivery) {
        return Uni.createFrom()
                .item(() -> send(delivery))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Receipt send(Delivery delivery) {
        try {
            return routes.requestBody("direct:" + delivery.feed(), delivery, Receipt.class);
        } catch (CamelExecutionException wrapped) {
            throw unwrapped(wrapped);
        }
    }

    /// As it was thrown: whoever answers asks what it is.
    private static RuntimeException unwrapped(CamelExecutionException wrapped) {
        return switch (wrapped.getCause()) {
            case DirectConsumerNotAvailableException closed ->
                    new Unavailable("the route of the feed", closed);
            case RuntimeException known -> known;
            case null, default -> wrapped;
        };
    }
}
