package io.credithub.app.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Whether there is room for more, and the spool can be written.
@Readiness
@ApplicationScoped
class DiskCheck implements AsyncHealthCheck {
    private static final long MIB = 1 << 20;

    private final Disks disks;
    private final long freeMin;

    DiskCheck(Disks disks, HealthConfig config) {
        this.disks = disks;
        this.freeMin = config.diskFreeMin().asLongValue();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return disks.free()
                .map(this::answer)
                .onFailure()
                .recoverWithItem(failure -> Unwell.named("disk", failure));
    }

    private HealthCheckResponse answer(Map<String, Long> free) {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("disk")
                        .status(free.values().stream().allMatch(bytes -> bytes >= freeMin));
        free.forEach((folder, bytes) -> answer.withData(folder + "FreeMib", bytes / MIB));
        return answer.build();
    }
}
