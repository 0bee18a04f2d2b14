package io.credithub.app.health;

import io.credithub.flow.load.Heartbeats;
import io.credithub.flow.load.Heartbeats.Heartbeat;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Shows that timers run, and that there are threads for what takes long. It is there from the
/// start, before [HealthGauges] asks who beats: timers that never begin to tick have a growing age
/// too.
@Startup(Beating.EARLY)
@ApplicationScoped
class Beating {
    static final int EARLY = 1;

    private final Heartbeat timers;
    private final Heartbeat threads;

    Beating(Heartbeats heartbeats, HealthConfig config) {
        this.timers = heartbeats.of("timers", config.beatMax());
        this.threads = heartbeats.of("threads", config.beatMax());
    }

    /// One for the whole house.
    static final class BeatSource {
        @Produces
        @Singleton
        Heartbeats heartbeats() {
            return new Heartbeats();
        }
    }

    @Scheduled(every = "5s")
    Uni<Void> onTheEventLoop() {
        timers.beat();
        return Uni.createFrom().voidItem();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onAWorker() {
        threads.beat();
    }
}
