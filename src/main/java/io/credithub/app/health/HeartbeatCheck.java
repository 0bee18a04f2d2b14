package io.credithub.app.health;

import io.credithub.flow.load.Heartbeats;
import io.credithub.flow.load.Heartbeats.Heartbeat;
import io.credithub.store.connection.DatabaseProbe;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/// Whether everything beats that must. Work that waits for the database is not late while the
/// database is away: a new process would wait for it too.
@Liveness
@ApplicationScoped
public class HeartbeatCheck implements AsyncHealthCheck {
    /// Of the work on chunks.
    public static final String POSTING = "posting";

    private final Heartbeats heartbeats;
    private final DatabaseProbe database;

    HeartbeatCheck(Heartbeats heartbeats, DatabaseProbe database) {
        this.heartbeats = heartbeats;
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        List<Heartbeat> late = heartbeats.all().stream().filter(Heartbeat::isLate).toList();
        boolean mayWait =
                !late.isEmpty() && late.stream().allMatch(one -> one.name().equals(POSTING));
        if (!mayWait) return Uni.createFrom().item(() -> answer(late.isEmpty()));
        return database.write()
                .map(_ -> answer(false))
                .onFailure()
                .recoverWithItem(() -> answer(true));
    }

    private HealthCheckResponse answer(boolean isWell) {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("heartbeats").status(isWell);
        heartbeats.all().forEach(one -> answer.withData(one.name(), one.age().toSeconds() + " s"));
        return answer.build();
    }
}
