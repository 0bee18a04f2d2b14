package io.credithub.app;

import io.credithub.flow.FeedProblems;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Names the feeds that are off. The hub is up all the same: the others run, and what it has can be
/// asked for.
@Readiness
@ApplicationScoped
public class FeedsHealth implements HealthCheck {
    private final FeedProblems problems;

    FeedsHealth(FeedProblems problems) {
        this.problems = problems;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("feeds").up();
        problems.all()
                .forEach(
                        off -> answer.withData(off.feed(), "OFF " + off.code() + " " + off.file()));
        return answer.build();
    }
}
