package io.credithub.app.work;

import io.credithub.flow.delivery.Replays;
import io.credithub.flow.delivery.Replays.ReplayRequest;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Judges rejected records again when the reason has passed and nobody sends them again: a code
/// table was mended and the hub started, or the day of a date in the future has come. A few
/// deliveries at a time, so that new ones do not wait behind old ones.
@ApplicationScoped
public class ReplaySweeper {
    private static final Logger LOG = Logger.getLogger(ReplaySweeper.class);
    private static final int SWEPT_MAX = 20;
    private static final ReplayRequest HUB =
            new ReplayRequest(Replays.HUB, "原因已消除 · the reason has passed");

    private final Replays replays;
    private final ChunkWorkers workers;
    private final AtomicBoolean isOutage = new AtomicBoolean();

    ReplaySweeper(Replays replays, ChunkWorkers workers) {
        this.replays = replays;
        this.workers = workers;
    }

    @Scheduled(
            every = "${hub.work.replay-every:60s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        if (!workers.isOpen()) return Uni.createFrom().voidItem();
        return replays.passed(SWEPT_MAX)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(delivery -> replays.begin(delivery, HUB))
                .collect()
                .last()
                .invoke(() -> isOutage.set(false))
                .onFailure()
                .invoke(this::noteOutage)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void noteOutage(Throwable failure) {
        if (isOutage.compareAndSet(false, true)) {
            LOG.warnf("Rejected records wait to be judged again; cause=%s", failure.getMessage());
        }
    }
}
