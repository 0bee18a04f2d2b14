package io.credithub.app.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Whether the front port answers.
@Liveness
@ApplicationScoped
class FrontPortCheck implements AsyncHealthCheck {
    private final FrontPort port;

    FrontPortCheck(FrontPort port) {
        this.port = port;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return port.ask()
                .map(_ -> HealthCheckResponse.up("api"))
                .onFailure()
                .recoverWithItem(failure -> Unwell.named("api", failure));
    }
}
