package io.credithub.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who in this process asks PostgreSQL for the pen next: the smallest work first, and in order of
/// arrival among equals. PostgreSQL itself hands a lock on by arrival only, so that a push of a few
/// records would wait for every part of a large file that came before it.
///
/// One works and one stands in PostgreSQL's own line, so that no time is lost between the two; the
/// others wait here, without a connection. Who has been passed by often enough goes next, however
/// large.
final class PenQueue {
    static final int PASSED_BY_MAX = 8;
    private static final int IN_LINE_MAX = 2;

    /// In order of arrival.
    private final List<Turn> waiting = new ArrayList<>();

    private final Executor workers;
    private int inLine;

    /// @param workers where a work begins: not on the thread of the one before, which would keep
    ///   every work and its connection on one event loop
    PenQueue(Executor workers) {
        this.workers = workers;
    }

    /// One work's place in the queue.
    private static final class Turn {
        private final int records;
        private @Nullable UniEmitter<? super Boolean> begin;
        private int passedBy;

        Turn(int records) {
            this.records = records;
        }
    }

    /// Does the work when its turn comes. Its end, its failure or its cancellation ends the turn; a
    /// work that is cancelled while it waits is never begun.
    ///
    /// @param records how many there are to do
    <T> Uni<T> inTurn(int records, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    Turn turn = new Turn(records);
                    return Uni.createFrom()
                            .<Boolean>emitter(begin -> enter(turn, begin))
                            .emitOn(workers)
                            .chain(work::get)
                            .onTermination()
                            .invoke(() -> leave(turn));
                });
    }

    private void enter(Turn turn, UniEmitter<? super Boolean> begin) {
        synchronized (waiting) {
            turn.begin = begin;
            waiting.add(turn);
        }
        next();
    }

    private void leave(Turn turn) {
        synchronized (waiting) {
            boolean isBegun = !waiting.remove(turn);
            if (isBegun) inLine--;
        }
        next();
    }

    /// The beginning is told outside the lock: it runs what waits for it.
    private void next() {
        Turn next;
        synchronized (waiting) {
            if (inLine == IN_LINE_MAX || waiting.isEmpty()) return;
            next = choose();
            inLine++;
        }
        Objects.requireNonNull(next.begin).complete(true);
    }

    private Turn choose() {
        Turn chosen = waiting.getFirst();
        if (chosen.passedBy < PASSED_BY_MAX) {
            for (Turn turn : waiting) {
                if (turn.records < chosen.records) chosen = turn;
            }
        }
        waiting.remove(chosen);
        for (Turn turn : waiting) turn.passedBy++;
        return chosen;
    }
}
