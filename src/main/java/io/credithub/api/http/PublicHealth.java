package io.credithub.api.http;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.Problems;
import io.credithub.flow.feed.FeedProblems;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/// Whether the hub can do its work, in one word and without a key: for the front page. Which part
/// cannot is told at the operators' door only, `/q/health` on the management port.
@Singleton
final class PublicHealth {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SmallRyeHealthReporter reporter;
    private final FeedProblems problems;

    PublicHealth(SmallRyeHealthReporter reporter, FeedProblems problems) {
        this.reporter = reporter;
        this.problems = problems;
    }

    void open(@Observes Router router) {
        router.get("/health").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        reporter.getReadinessAsync()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(PublicHealth::status)
                .onFailure()
                .recoverWithItem(Status.DOWN)
                .subscribe()
                .with(status -> say(context, status));
    }

    private static Status status(SmallRyeHealth health) {
        return health.isDown() ? Status.DOWN : Status.UP;
    }

    /// Feeds that are off are named by their codes; why is for whoever has a key.
    private String off() {
        if (problems.all().isEmpty()) return "";
        return problems.all().stream()
                .map(off -> "\"" + off.feed() + "\"")
                .collect(Collectors.joining(",", ",\"feedsOff\":[", "]"));
    }

    private void say(RoutingContext context, Status status) {
        if (status == Status.DOWN) {
            context.response().putHeader("Retry-After", "" + Problems.RETRY_SECONDS);
        }
        context.response()
                .setStatusCode(status == Status.UP ? 200 : ProblemCode.UNAVAILABLE.status())
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end("{\"status\":\"%s\"%s}".formatted(status, off()));
    }
}
