package io.credithub.app.work;

import io.credithub.flow.load.Backlog;
import io.smallrye.mutiny.Uni;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Lets what looks at touched teachers rest while chunks wait: each look is at many teachers then,
/// whom the next one finds touched again. So it waits for the end of a load, five minutes at most;
/// and where only a few chunks wait, for so many times as long as the last look took.
final class LoadRest {
    private static final int TIMES = 39;
    private static final long MOST_NANOS = 300_000_000_000L;

    /// More chunks that wait are a load, of several seconds at least.
    private static final int FEW_CHUNKS = 20;

    private final Backlog backlog;
    private final LongSupplier nanoTime;

    private volatile boolean isLoad;
    private volatile long ended;
    private volatile long took;

    LoadRest(Backlog backlog) {
        this(backlog, System::nanoTime);
    }

    LoadRest(Backlog backlog, LongSupplier nanoTime) {
        this.backlog = backlog;
        this.nanoTime = nanoTime;
        this.ended = nanoTime.getAsLong();
    }

    /// Looks, unless it rests.
    Uni<Void> unless(Supplier<Uni<? extends Void>> look) {
        long begun = nanoTime.getAsLong();
        if (begun - ended < rest()) return Uni.createFrom().voidItem();
        return Uni.createFrom().deferred(look).onTermination().invoke(() -> end(begun));
    }

    private long rest() {
        long waiting = backlog.chunks();
        isLoad = waiting > FEW_CHUNKS || (isLoad && waiting > 0);
        if (waiting == 0) return 0;
        return isLoad ? MOST_NANOS : Math.min(TIMES * took, MOST_NANOS);
    }

    private void end(long begun) {
        long now = nanoTime.getAsLong();
        took = now - begun;
        ended = now;
    }
}
