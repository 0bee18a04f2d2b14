package io.credithub.app.health;

import io.credithub.flow.result.FailureWords;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// The answer of a check that failed: with the kind of failure, and no person's values.
final class Unwell {
    private Unwell() {}

    static HealthCheckResponse named(String name, Throwable failure) {
        return HealthCheckResponse.named(name)
                .down()
                .withData("cause", FailureWords.of(failure))
                .build();
    }
}
