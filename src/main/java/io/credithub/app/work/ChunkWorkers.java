package io.credithub.app.work;

import io.credithub.app.health.HealthConfig;
import io.credithub.app.health.HeartbeatCheck;
import io.credithub.flow.delivery.BrokenChunks;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Chunks;
import io.credithub.flow.load.FeedActivity;
import io.credithub.flow.load.Heartbeats;
import io.credithub.flow.load.Heartbeats.Heartbeat;
import io.credithub.flow.processing.ProcessChunk;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.FailureWords;
import io.credithub.flow.result.OverTime;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Works through chunks, a few at a time, shared out between feeds: one is posted while the next
/// are read and judged.
///
/// Nothing here must be kept: a chunk that was announced and never done is found by the sweeper, in
/// this process or another.
@ApplicationScoped
public class ChunkWorkers {
    private static final Logger LOG = Logger.getLogger(ChunkWorkers.class);
    private static final int SWEPT_MAX = 2_000;
    private static final int TOLD_MAX = 1_000;

    private final ProcessChunk processing;
    private final Chunks chunks;
    private final BrokenChunks broken;
    private final FeedActivity activity;
    private final FairChunks fair;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isOpen = new AtomicBoolean();
    private final AtomicBoolean isOutage = new AtomicBoolean();
    private final Heartbeat sweeping;
    private final Heartbeat posting;

    ChunkWorkers(
            ProcessChunk processing,
            Chunks chunks,
            BrokenChunks broken,
            FeedActivity activity,
            Heartbeats heartbeats,
            HealthConfig health,
            WorkConfig work) {
        this.processing = processing;
        this.chunks = chunks;
        this.broken = broken;
        this.activity = activity;
        this.fair = new FairChunks(activity::hasCompany);
        this.sweeping =
                heartbeats.of("sweeper", health.beatMax().plus(work.sweepEvery().multipliedBy(3)));
        this.posting = heartbeats.ofWork(HeartbeatCheck.POSTING, health.postingMax());
    }

    /// From now on chunks are worked on; before, they queue.
    public void open() {
        isOpen.set(true);
        pump();
    }

    /// What has begun is finished, or given up with the pool; the rest is found by the next start.
    void atEnd(@Observes ShutdownEvent end) {
        isOpen.set(false);
    }

    /// Whether chunks are worked on.
    boolean isOpen() {
        return isOpen.get();
    }

    /// Takes a chunk on, once however often it is named.
    void take(ChunkRef chunk) {
        if (fair.add(chunk)) pump();
    }

    /// Finds what landed and was not done: after a crash, an outage, or a word that was lost.
    @Scheduled(every = "${hub.work.sweep-every:5s}", delayed = "2s")
    Uni<Void> sweep() {
        sweeping.beat();
        if (!isOpen.get()) return Uni.createFrom().voidItem();
        return chunks.open(SWEPT_MAX)
                .invoke(found -> found.forEach(this::take))
                .onFailure()
                .invoke(this::noteOutage)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void pump() {
        while (isOpen.get()) {
            ChunkRef next = fair.next();
            if (next == null) return;
            work(next);
        }
    }

    private void work(ChunkRef chunk) {
        posting.begin();
        activity.note(chunk.feed());
        processing
                .work(chunk)
                .subscribe()
                .with(_ -> done(chunk, null), failure -> done(chunk, failure));
    }

    private void done(ChunkRef chunk, @Nullable Throwable failure) {
        if (failure == null) {
            isOutage.set(false);
            free(chunk);
        } else if (FailureKind.isOutage(failure)) {
            noteOutage(failure);
            free(chunk);
        } else {
            fail(chunk, failure);
        }
    }

    /// The try is counted before anybody can take the chunk again. If it cannot be counted, the
    /// store is away, and the chunk was not tried.
    private void fail(ChunkRef chunk, Throwable failure) {
        String error = FailureWords.of(failure);
        int tries = failure instanceof OverTime ? BrokenChunks.TRIES_MAX : 1;
        broken.failed(chunk, error, tries)
                .subscribe()
                .with(
                        isBroken -> {
                            log(chunk, failure, error, isBroken);
                            free(chunk);
                        },
                        outage -> {
                            noteOutage(outage);
                            free(chunk);
                        });
    }

    private void log(ChunkRef chunk, Throwable failure, String error, boolean isBroken) {
        String what =
                isBroken
                        ? "A chunk is broken and waits for an operator"
                        : "A chunk cannot be done and is tried again";
        if (FailureKind.of(failure) == FailureKind.BUG && isFirst(error)) {
            LOG.errorf(
                    failure,
                    "%s: delivery=%d chunk=%d error=%s",
                    what,
                    chunk.delivery(),
                    chunk.chunk(),
                    error);
        } else {
            LOG.errorf(
                    "%s: delivery=%d chunk=%d error=%s",
                    what, chunk.delivery(), chunk.chunk(), error);
        }
    }

    /// A stack is told once.
    private boolean isFirst(String error) {
        return told.size() < TOLD_MAX && told.add(error);
    }

    private void free(ChunkRef chunk) {
        posting.end();
        fair.done(chunk);
        pump();
    }

    private void noteOutage(Throwable failure) {
        if (isOutage.compareAndSet(false, true)) {
            LOG.warnf("Chunks wait until what they need answers; cause=%s", failure);
        }
    }
}
