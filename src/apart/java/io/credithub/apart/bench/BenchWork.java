package io.credithub.apart.bench;

import io.credithub.apart.House;
import io.credithub.app.work.BlockingAwait;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.reading.Content;
import io.credithub.flow.roster.RosterIntake;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Gives the running hub a roster and exports of the provincial platform, and waits for it.
class BenchWork {
    private static final BlockingAwait PATIENCE = new BlockingAwait(Duration.ofMinutes(30));
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final RosterIntake roster;
    private final Landing landing;
    private final PostgresBench registry;

    BenchWork() {
        this.roster = House.part(RosterIntake.class);
        this.landing = House.part(Landing.class);
        this.registry = new PostgresBench(House.part(Pool.class));
    }

    void enrol(Path csv) {
        PATIENCE.await(() -> roster.importCsv(Content.of(csv)));
    }

    /// Until it is safe; the posting goes on.
    Receipt land(Path csv) {
        String name = csv.getFileName().toString();
        return PATIENCE.await(() ->
                landing.land(
                        new Delivery(
                                "province-platform",
                                name,
                                Content.of(csv),
                                null,
                                Declared.NOTHING,
                                null,
                                null)));
    }

    /// Until ledger, standings and counters have it.
    void awaitPosted(Receipt receipt) {
        while (!PATIENCE.await(() -> registry.isFinished(receipt.delivery()))) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    /// Until nothing waits any more.
    void awaitIdle() {
        while (!PATIENCE.await(registry::isIdle)) LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }

    /// Until what follows a posting is done: touched teachers matched, and everybody in the lists.
    void awaitFollowed() {
        while (!PATIENCE.await(registry::isFollowed)) LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }

    PostgresBench.State state() {
        return PATIENCE.await(registry::state);
    }

    PostgresBench registry() {
        return registry;
    }
}
