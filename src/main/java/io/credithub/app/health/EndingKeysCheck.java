package io.credithub.app.health;

import io.credithub.flow.access.KeyStore;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/// Names the keys that end soon, with the time, while there is time to give out others. Of
/// *wellness*, as the broken chunks are: the hub itself can do all its work.
@Wellness
@ApplicationScoped
class EndingKeysCheck implements AsyncHealthCheck {
    private static final String NAME = "keys";
    private static final int NAMED_MAX = 20;

    private final KeyStore keys;

    EndingKeysCheck(KeyStore keys) {
        this.keys = keys;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return keys.all()
                .map(all -> answer(all, Instant.now()))
                // whether the database answers is another check's to say
                .onFailure()
                .recoverWithItem(() ->
                        HealthCheckResponse.named(NAME).up().withData("ending", "unknown").build());
    }

    private static HealthCheckResponse answer(List<KeyStore.Stored> all, Instant now) {
        List<KeyStore.Stored> ending = all.stream().filter(key -> key.endsSoon(now)).toList();
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named(NAME).status(ending.isEmpty());
        if (!ending.isEmpty()) answer.withData("ending", ending.size());
        ending.stream()
                .limit(NAMED_MAX)
                .forEach(key -> answer.withData(key.id(), "ends " + key.expiresAt()));
        return answer.build();
    }
}
