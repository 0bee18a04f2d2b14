package io.credithub.app.health;

import io.credithub.flow.feed.FeedAlarm;
import io.credithub.flow.feed.FeedPulse;
import io.credithub.flow.feed.FeedPulses;
import io.credithub.flow.feed.FeedWatch;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/// Tells which feeds fail, are silent, hang or have a route that does not run. Of *wellness*, like
/// [BrokenChunksCheck]: to take the hub away would mend no source.
@Wellness
@ApplicationScoped
class FeedsWellness implements AsyncHealthCheck {
    private static final String NAME = "feeds that are on";

    private final FeedPulses pulses;
    private final FeedWatch watch;

    FeedsWellness(FeedPulses pulses, FeedWatch watch) {
        this.pulses = pulses;
        this.watch = watch;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pulses.all()
                .map(this::answer)
                // whether the database answers is another check's to say
                .onFailure()
                .recoverWithItem(() ->
                        HealthCheckResponse.named(NAME).up().withData("feeds", "unknown").build());
    }

    private HealthCheckResponse answer(List<FeedPulse> all) {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME).up();
        for (FeedPulse pulse : all) {
            List<FeedAlarm> alarms = watch.alarms(pulse);
            if (alarms.isEmpty()) continue;
            answer.down();
            String told =
                    alarms.stream()
                            .map(alarm -> alarm + " " + alarm.code())
                            .collect(Collectors.joining(", "));
            answer.withData(pulse.feed(), told);
        }
        return answer.build();
    }
}
