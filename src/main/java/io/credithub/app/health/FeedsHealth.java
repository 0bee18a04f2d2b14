package io.credithub.app.health;

import io.credithub.flow.feed.FeedProblems;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Names the feeds that are off. The hub is up all the same: the others run, and what it has can be
/// asked for.
@Readiness
@ApplicationScoped
public class FeedsHealth implements AsyncHealthCheck {
    private final FeedProblems problems;

    FeedsHealth(FeedProblems problems) {
        this.problems = problems;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("feeds").up();
        problems.all()
                .forEach(
                        off -> answer.withData(off.feed(), "OFF " + off.code() + " " + off.file()));
        return Uni.createFrom().item(answer::build);
    }
}
