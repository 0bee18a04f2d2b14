package io.credithub.app.health;

import io.credithub.flow.delivery.BrokenChunks;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/// Tells whether chunks are broken, and of which feeds. Of *wellness*, not of liveness or
/// readiness: the hub does all its other work, and taking its pod away would mend nothing. So
/// `/q/health` and `/q/health/well` are DOWN, and `/q/health/live`, `/q/health/ready` and the front
/// page are not.
@Wellness
@ApplicationScoped
class BrokenChunksCheck implements AsyncHealthCheck {
    private static final String NAME = "chunks";

    private final BrokenChunks broken;

    BrokenChunksCheck(BrokenChunks broken) {
        this.broken = broken;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Bounded.uni(broken::counts)
                .map(BrokenChunksCheck::answer)
                // whether the database answers is another check's to say
                .onFailure()
                .recoverWithItem(() ->
                        HealthCheckResponse.named(NAME).up().withData("broken", "unknown").build());
    }

    private static HealthCheckResponse answer(Map<String, Long> counts) {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named(NAME).status(counts.isEmpty());
        counts.forEach(answer::withData);
        return answer.build();
    }
}
