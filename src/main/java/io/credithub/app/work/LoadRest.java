package io.credithub.app.work;

import io.credithub.flow.load.Backlog;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/// Lets what looks at touched teachers rest while chunks wait, for so many times as long as the
/// look took: each is at many teachers then, whom the next one finds touched again.
final class LoadRest {
    private static final int TIMES = 39;
    private static final long MOST_NANOS = 300_000_000_000L;

    private final Backlog backlog;
    private volatile long until = System.nanoTime();

    LoadRest(Backlog backlog) {
        this.backlog = backlog;
    }

    /// Looks, unless it rests.
    Uni<Void> unless(Supplier<Uni<? extends Void>> look) {
        long begun = System.nanoTime();
        if (begun - until < 0 && !backlog.isEmpty()) return Uni.createFrom().voidItem();
        return Uni.createFrom().deferred(look).onTermination().invoke(() -> rest(begun));
    }

    private void rest(long begun) {
        long now = System.nanoTime();
        until = now + Math.min(TIMES * (now - begun), MOST_NANOS);
    }
}
