package io.credithub.store;

import io.credithub.flow.FailureKind;
import io.credithub.flow.StoreFailure;
import io.credithub.flow.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who in this process may write contents next: the smallest work first, and in order of arrival
/// among equals. PostgreSQL itself hands a lock on by arrival only, so that a push of a few records
/// would wait for every part of a large file that came before it. Who has been passed by often
/// enough goes next, however large.
///
/// One at a time has the turn. Whoever has it passes it on as soon as its contents are written and
/// it holds the pen: the ledger and the sums follow while the next one writes its contents. So two
/// works are under way and never wait for each other's rows in both directions: the first has
/// written all that the second could wait for. The others wait here, without a connection.
///
/// Where the database is away, or somebody elsewhere keeps the pen too long, whoever waits is told
/// with the first: one after the other they would wait as many times as long.
final class PenQueue {
    static final int PASSED_BY_MAX = 8;

    /// In order of arrival.
    private final List<Turn> waiting = new ArrayList<>();

    private final Executor workers;
    private @Nullable Turn now;

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

    /// Does the work when its turn comes. It may pass the turn on before it ends; its end, its
    /// failure or its cancellation passes it on at the latest. A work that is cancelled while it
    /// waits is never begun.
    ///
    /// @param records how many there are to do
    /// @param work is given what passes the turn on; the second call and any later do nothing
    <T> Uni<T> inTurn(int records, Function<Runnable, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    Turn turn = new Turn(records);
                    return Uni.createFrom()
                            .<Boolean>emitter(begin -> enter(turn, begin))
                            .emitOn(workers)
                            .chain(() -> work.apply(() -> passOn(turn)))
                            .onFailure(PenQueue::isEverybodys)
                            .invoke(this::tellAll)
                            .onTermination()
                            .invoke(() -> leave(turn));
                });
    }

    /// Whether who comes next would only wait as long for the same.
    private static boolean isEverybodys(Throwable failure) {
        return switch (failure) {
            case Unavailable _ -> true;
            case StoreFailure refused -> {
                boolean isOfTwo = refused.sqlState().startsWith("40"); // deadlocks and the like
                yield FailureKind.isOutage(refused) && !isOfTwo;
            }
            default -> false;
        };
    }

    private void tellAll(Throwable failure) {
        List<Turn> all;
        synchronized (waiting) {
            all = List.copyOf(waiting);
            waiting.clear();
        }
        for (Turn turn : all) Objects.requireNonNull(turn.begin).fail(failure);
    }

    private void enter(Turn turn, UniEmitter<? super Boolean> begin) {
        synchronized (waiting) {
            turn.begin = begin;
            waiting.add(turn);
        }
        next();
    }

    private void passOn(Turn turn) {
        synchronized (waiting) {
            if (now != turn) return;
            now = null;
        }
        next();
    }

    private void leave(Turn turn) {
        synchronized (waiting) {
            waiting.remove(turn);
        }
        passOn(turn);
    }

    /// The beginning is told outside the lock: it runs what waits for it.
    private void next() {
        Turn next;
        synchronized (waiting) {
            if (now != null || waiting.isEmpty()) return;
            next = choose();
            now = next;
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
