package io.credithub.app.work;

import io.credithub.flow.delivery.BrokenChunks;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.FailureWords;
import io.credithub.flow.result.OverTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What follows when a chunk cannot be done: an outage is told once and costs nothing; anything
/// else is a try, and after a few of them the chunk is broken.
@ApplicationScoped
public class ChunkFailures {
    private static final Logger LOG = Logger.getLogger(ChunkFailures.class);
    private static final int TOLD_MAX = 1_000;

    private final BrokenChunks broken;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isOutage = new AtomicBoolean();

    ChunkFailures(BrokenChunks broken) {
        this.broken = broken;
    }

    /// Ends when the try is counted: before that nobody takes the chunk again. If it cannot be
    /// counted, the store is away, and the chunk was not tried.
    ///
    /// @param failure null: the chunk is done
    Uni<Void> settle(ChunkRef chunk, @Nullable Throwable failure) {
        if (failure == null) {
            isOutage.set(false);
            return Uni.createFrom().voidItem();
        }
        if (FailureKind.isOutage(failure)) {
            noteOutage(failure);
            return Uni.createFrom().voidItem();
        }
        String error = FailureWords.of(failure);
        int tries = failure instanceof OverTime ? BrokenChunks.TRIES_MAX : 1;
        return broken.failed(chunk, error, tries)
                .invoke(isBroken -> log(chunk, failure, error, isBroken))
                .onFailure()
                .invoke(this::noteOutage)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
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

    void noteOutage(Throwable failure) {
        if (isOutage.compareAndSet(false, true)) {
            LOG.warnf("Chunks wait until what they need answers; cause=%s", failure);
        }
    }
}
