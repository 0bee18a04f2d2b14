package io.credithub.app.health;

import io.credithub.flow.processing.TimedInterpreting;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// `hub.interpret.runaways`: how many threads go on with a chunk although their time is up.
@ApplicationScoped
class RunawaysGauge {
    void show(@Observes StartupEvent event, TimedInterpreting timed, MeterRegistry metrics) {
        metrics.gauge("hub.interpret.runaways", timed, TimedInterpreting::runaways);
    }
}
