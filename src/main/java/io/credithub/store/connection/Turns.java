package io.credithub.store.connection;

import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.StoreFailure;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lets works begin when it is their turn. Until then they wait here, without a connection, and
/// without a bound of their own: who comes is bounded where he comes from.
///
/// Where the database is away, or somebody elsewhere keeps a lock too long, whoever waits is told
/// with the first: one after the other they would wait as many times as long.
///
/// Safe for several threads.
///
/// @param <W> what the choice knows of a work
public final class Turns<W> {
    /// Says who goes next. Asked under a lock: it does nothing else.
    public interface Choice<W> {
        /// @param waiting in order of arrival, at least one
        /// @param underWay that have not passed their turn on
        /// @return one of those that wait; null if there is no place for any
        @Nullable HeldTurn<W> next(List<HeldTurn<W>> waiting, List<HeldTurn<W>> underWay);

        /// For how long a work that has ended keeps its place.
        ///
        /// @param tookNanos from its beginning to its end
        /// @param waiting those that wait, in order of arrival
        default long restNanos(W work, long tookNanos, List<HeldTurn<W>> waiting) {
            return 0;
        }

        /// Whether one work waits for the same as another, which has failed at a lock.
        default boolean isForTheSame(W failed, W other) {
            return true;
        }
    }

    /// Where and when something is done.
    public interface Clock {
        long nanoTime();

        /// On a thread of its own: not on that of the work before, which would keep every work and
        /// its connection on one event loop.
        Executor workers();

        void after(long nanos, Runnable work);

        static Clock of(Executor workers) {
            return new Clock() {
                @Override
                public long nanoTime() {
                    return System.nanoTime();
                }

                @Override
                public Executor workers() {
                    return workers;
                }

                @Override
                public void after(long nanos, Runnable work) {
                    CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, workers)
                            .execute(work);
                }
            };
        }
    }

    /// One work's place.
    public static final class HeldTurn<W> {
        private final W work;
        private @Nullable UniEmitter<? super Boolean> begin;
        private long begunNanos;
        private boolean isResting;

        private HeldTurn(W work) {
            this.work = work;
        }

        public W work() {
            return work;
        }

        /// Whether it has ended and keeps its place for a while.
        public boolean isResting() {
            return isResting;
        }
    }

    private final List<HeldTurn<W>> waiting = new ArrayList<>();
    private final List<HeldTurn<W>> underWay = new ArrayList<>();
    private final Choice<W> choice;
    private final Clock clock;

    public Turns(Choice<W> choice, Clock clock) {
        this.choice = choice;
        this.clock = clock;
    }

    /// Does the work when its turn comes. It may pass the turn on before it ends; its end, its
    /// failure or its cancellation passes it on at the latest. A work that is cancelled while it
    /// waits is never begun.
    ///
    /// @param about what the choice knows of the work
    /// @param begun is given what passes the turn on; the second call and any later do nothing
    public <T> Uni<T> inTurn(W about, Function<Runnable, Uni<T>> begun) {
        return Uni.createFrom()
                .deferred(() -> {
                    HeldTurn<W> turn = new HeldTurn<>(about);
                    return Uni.createFrom()
                            .<Boolean>emitter(begin -> enter(turn, begin))
                            .emitOn(clock.workers())
                            .chain(() -> begun.apply(() -> passOn(turn)))
                            .onFailure(Turns::isEverybodys)
                            .invoke(failure -> tellOthers(about, failure))
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

    private void tellOthers(W failed, Throwable failure) {
        boolean isOfAll = failure instanceof Unavailable;
        List<HeldTurn<W>> others = new ArrayList<>();
        synchronized (waiting) {
            for (HeldTurn<W> turn : waiting) {
                if (isOfAll || choice.isForTheSame(failed, turn.work)) others.add(turn);
            }
            waiting.removeAll(others);
        }
        for (HeldTurn<W> turn : others) Objects.requireNonNull(turn.begin).fail(failure);
    }

    private void enter(HeldTurn<W> turn, UniEmitter<? super Boolean> begin) {
        synchronized (waiting) {
            turn.begin = begin;
            waiting.add(turn);
        }
        pump();
    }

    private void passOn(HeldTurn<W> turn) {
        synchronized (waiting) {
            if (!underWay.remove(turn)) return;
        }
        pump();
    }

    private void leave(HeldTurn<W> turn) {
        long rest = rest(turn);
        if (rest <= 0) {
            passOn(turn);
        } else {
            clock.after(rest, () -> passOn(turn));
            pump(); // others may have its place already
        }
    }

    private long rest(HeldTurn<W> turn) {
        synchronized (waiting) {
            waiting.remove(turn);
            if (!underWay.contains(turn)) return 0;
            long took = clock.nanoTime() - turn.begunNanos;
            long rest = choice.restNanos(turn.work, took, waiting);
            turn.isResting = rest > 0;
            return rest;
        }
    }

    /// The beginning is told outside the lock: it runs what waits for it.
    private void pump() {
        for (HeldTurn<W> next = next(); next != null; next = next()) {
            Objects.requireNonNull(next.begin).complete(true);
        }
    }

    private @Nullable HeldTurn<W> next() {
        synchronized (waiting) {
            if (waiting.isEmpty()) return null;
            HeldTurn<W> next = choice.next(waiting, underWay);
            if (next == null) return null;
            waiting.remove(next);
            underWay.add(next);
            next.begunNanos = clock.nanoTime();
            return next;
        }
    }
}
