package io.credithub.source.poll;

import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.Unavailable;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Where Camel meets Mutiny: the work runs on a Vert.x context of its own, which is what Hibernate
/// Reactive asks for, and for a bounded time. A bean that has something for the registry to do
/// gives its route a promise ([#promise]), so that no thread waits; a poll, which has a thread of
/// its own and nothing else to do in it, waits ([#await]).
@Singleton
public final class ReactiveBridge {
    /// For one look at a row or one change of it.
    public static final Duration BRIEF = Duration.ofSeconds(30);

    private final Vertx vertx;

    ReactiveBridge(Vertx vertx) {
        this.vertx = vertx;
    }

    /// @param what is waited for, as it is named when it does not come in time
    /// @return what the work gave; its failure is thrown as it is
    /// @throws Unavailable if it takes longer than the bound, or for a checked failure that is an
    ///   outage
    public <T> T await(String what, Duration atMost, Supplier<Uni<T>> work) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("an event loop must not wait for: " + what);
        }
        try {
            return onItsOwnContext(work).await().atMost(atMost);
        } catch (TimeoutException late) {
            throw new Unavailable(what + " took longer than " + atMost, late);
        } catch (CompletionException wrapped) {
            throw unwrapped(what, wrapped);
        }
    }

    /// The same for a bean that a route calls: the route goes on once the work is done, in a thread
    /// of the pool, and none waits for it.
    ///
    /// @return fails as [#await] throws
    public <T> CompletionStage<T> promise(String what, Duration atMost, Supplier<Uni<T>> work) {
        return onItsOwnContext(work)
                .ifNoItem()
                .after(atMost)
                .failWith(() -> new Unavailable(what + " took longer than " + atMost))
                .onFailure(ReactiveBridge::isCheckedOutage)
                .transform(failure -> new Unavailable(what, failure))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .subscribeAsCompletionStage();
    }

    private static boolean isCheckedOutage(Throwable failure) {
        return failure instanceof Exception
                && !(failure instanceof RuntimeException)
                && FailureKind.isOutage(failure);
    }

    private static RuntimeException unwrapped(String what, CompletionException wrapped) {
        Throwable cause = wrapped.getCause() == null ? wrapped : wrapped.getCause();
        if (cause instanceof RuntimeException known) return known;
        return FailureKind.isOutage(cause) ? new Unavailable(what, cause) : wrapped;
    }

    private <T> Uni<T> onItsOwnContext(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> {
                    Context own =
                            VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
                    VertxContextSafetyToggle.setContextSafe(own, true);
                    own.runOnContext(ignored ->
                            Uni.createFrom()
                                    .deferred(work::get)
                                    .subscribe()
                                    .with(emitter::complete, emitter::fail));
                });
    }
}
