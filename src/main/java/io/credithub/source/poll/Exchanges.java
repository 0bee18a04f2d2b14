package io.credithub.source.poll;

import io.credithub.flow.result.LeaseLost;
import io.credithub.flow.result.Unavailable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a poll waits for: one exchange with a source, one file of a folder, one landing. The first
/// two are done in a thread of their own, the last needs none, so that whoever waits can leave:
/// after a bound, or because an operator has paused the feed or pulls it again.
///
/// Time-outs of a socket do not do: they begin anew with every byte, and a name that is not
/// resolved or a pipe that nobody writes to has none.
@Singleton
public final class Exchanges {
    private final Map<String, CompletableFuture<?>> running = new ConcurrentHashMap<>();

    /// Thrown at who waits when the poll is not wanted any more.
    private static final class CalledOff extends RuntimeException {
        private static final long serialVersionUID = 1;

        CalledOff() {
            super("called off", null, false, false);
        }
    }

    /// @param what is waited for, as it is named when it does not come in time
    /// @param giveUp frees what the work may hang on; from another thread than the work's
    /// @throws Unavailable if it takes longer
    /// @throws LeaseLost if the poll was called off meanwhile
    public <T> T await(String feed, String what, Duration atMost, Callable<T> work, Runnable giveUp)
            throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        running.put(feed, result);
        Thread.ofPlatform().daemon().name("exchange of " + feed).start(() -> run(work, result));
        try {
            return result.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            giveUp.run();
            throw new Unavailable(PollFault.TOO_SLOW.of(what + ", beyond " + atMost));
        } catch (ExecutionException failed) {
            throw thrown(feed, failed, giveUp);
        } catch (InterruptedException stopping) {
            giveUp.run();
            Thread.currentThread().interrupt();
            throw new Unavailable(what, stopping);
        } finally {
            running.remove(feed, result);
        }
    }

    /// The same for a promise, for which no thread waits. Who cannot free it leaves it: it goes on
    /// to its end unheeded, and the fence says whether that still counts.
    ///
    /// @return goes on in a thread of its own, so that a route may take its time from there on;
    ///   fails with [LeaseLost] if the poll was called off meanwhile
    public <T> CompletionStage<T> promised(String feed, CompletionStage<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        running.put(feed, result);
        work.whenComplete((value, failure) -> {
            if (failure == null) result.complete(value);
            else result.completeExceptionally(failure);
        });
        return result.whenCompleteAsync(
                        (_, _) -> running.remove(feed, result),
                        goesOn -> Thread.ofVirtual().name("poll of " + feed).start(goesOn))
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedStage(told(feed, failure)));
    }

    private static Throwable told(String feed, Throwable failure) {
        return failure.getCause() instanceof CalledOff ? new LeaseLost(feed, -1) : failure;
    }

    private static Exception thrown(String feed, ExecutionException failed, Runnable giveUp) {
        return switch (failed.getCause()) {
            case CalledOff _ -> {
                giveUp.run();
                yield new LeaseLost(feed, -1);
            }
            case Error error -> throw error;
            case Exception known -> known;
            case null, default -> failed;
        };
    }

    /// An error of one exchange ends that exchange, and is told to who waits for it.
    private static <T> void run(Callable<T> work, CompletableFuture<T> result) {
        try {
            result.complete(work.call());
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    /// Whoever waits for the feed's exchange leaves now. Does nothing if nobody does.
    void callOff(String feed) {
        CompletableFuture<?> waiting = running.get(feed);
        if (waiting != null) waiting.completeExceptionally(new CalledOff());
    }
}
