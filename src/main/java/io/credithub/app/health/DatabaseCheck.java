package io.credithub.app.health;

import io.credithub.store.connection.DatabaseProbe;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Whether the database can be reached and written.
@Readiness
@ApplicationScoped
class DatabaseCheck implements AsyncHealthCheck {
    private final DatabaseProbe database;

    DatabaseCheck(DatabaseProbe database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return database.write()
                .map(_ -> HealthCheckResponse.up("database"))
                .onFailure()
                .recoverWithItem(failure -> Unwell.named("database", failure));
    }
}
