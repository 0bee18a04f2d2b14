package io.credithub.app.health;

import io.credithub.flow.delivery.Chunks;
import io.credithub.flow.load.Heartbeats;
import io.credithub.flow.load.Heartbeats.Heartbeat;
import io.credithub.store.connection.DatabaseProbe;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What health is told from, as metrics: `hub.heartbeat.age`, `hub.chunks.open.age`,
/// `hub.disk.free`, `hub.database.up` and `hub.database.restarts`.
@ApplicationScoped
class HealthGauges {
    private static final Map<String, Long> UNKNOWN = Map.of();

    /// After everybody else: whoever beats is there by then, whatever the order of the others.
    private static final int LATE = 10_000;

    private final Chunks chunks;
    private final DatabaseProbe database;
    private final Disks disks;
    private volatile Duration oldestOpen = Duration.ZERO;
    private volatile Map<String, Long> free = UNKNOWN;
    private volatile boolean isUp = true;

    HealthGauges(Chunks chunks, DatabaseProbe database, Disks disks) {
        this.chunks = chunks;
        this.database = database;
        this.disks = disks;
    }

    void atStart(
            @Observes @Priority(LATE) StartupEvent started,
            MeterRegistry metrics,
            Heartbeats heartbeats) {
        for (Heartbeat one : heartbeats.all()) {
            Gauge.builder("hub.heartbeat.age", one, HealthGauges::seconds)
                    .tag("name", one.name())
                    .baseUnit("seconds")
                    .register(metrics);
        }
        Gauge.builder("hub.chunks.open.age", this, it -> it.oldestOpen.toSeconds())
                .baseUnit("seconds")
                .register(metrics);
        for (String folder : new String[] {"home", "spool"}) {
            Gauge.builder("hub.disk.free", this, it -> it.freeOf(folder))
                    .tag("folder", folder)
                    .baseUnit("bytes")
                    .register(metrics);
        }
        Gauge.builder("hub.database.up", this, it -> it.isUp ? 1 : 0).register(metrics);
        FunctionCounter.builder("hub.database.restarts", this, _ -> DatabaseWatch.restarts())
                .register(metrics);
    }

    private static double seconds(Heartbeat one) {
        return (double) one.age().toMillis() / TimeUnit.SECONDS.toMillis(1);
    }

    private double freeOf(String folder) {
        Long bytes = free.get(folder);
        return bytes == null ? Double.NaN : bytes;
    }

    @Scheduled(
            every = "10s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Uni.join()
                .all(askDatabase(), askDisks(), askChunks())
                .andCollectFailures()
                .replaceWithVoid();
    }

    private Uni<Boolean> askDatabase() {
        return database.write()
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false)
                .invoke(answer -> isUp = answer);
    }

    private Uni<Boolean> askDisks() {
        return disks.free()
                .onFailure()
                .recoverWithItem(UNKNOWN)
                .invoke(answer -> free = answer)
                .replaceWith(true);
    }

    /// While the database is away the last figure stands: the age goes on when it is back.
    private Uni<Boolean> askChunks() {
        return chunks.oldestOpen()
                .invoke(answer -> oldestOpen = answer)
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }
}
