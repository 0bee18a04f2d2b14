package io.credithub.fakes;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/// One work after the other, in the order in which they were asked for. Safe for several threads.
final class LedgerTurns {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean isTaken;

    <T> Uni<T> inTurn(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .emitter((UniEmitter<? super Boolean> turn) -> take(() -> turn.complete(true)))
                .chain(_ -> Uni.createFrom().deferred(work).onTermination().invoke(this::release));
    }

    private void take(Runnable go) {
        synchronized (this) {
            if (isTaken) {
                waiting.add(go);
                return;
            }
            isTaken = true;
        }
        go.run();
    }

    private void release() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) isTaken = false;
        }
        if (next != null) next.run();
    }
}
