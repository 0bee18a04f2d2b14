package io.credithub.app.health;

import io.credithub.flow.subscription.Dispatches;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tells whether reports were to be sent and were tried in vain. Of *wellness*, as the broken
/// chunks are: the hub itself can do all its work.
@Wellness
@ApplicationScoped
class DeadDeliveriesCheck implements AsyncHealthCheck {
    private static final String NAME = "deliveries";

    private final Dispatches dispatches;

    DeadDeliveriesCheck(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Bounded.uni(dispatches::dead)
                .map(dead ->
                        HealthCheckResponse.named(NAME)
                                .status(dead == 0)
                                .withData("dead", dead)
                                .build())
                // whether the database answers is another check's to say
                .onFailure()
                .recoverWithItem(() ->
                        HealthCheckResponse.named(NAME).up().withData("dead", "unknown").build());
    }
}
