package io.credithub.store.connection;

import io.credithub.flow.result.Unavailable;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.StaleStateException;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;

/// Sessions of Hibernate, for what changes one at a time. Each is opened and closed here, around
/// the work of one method of the store; what it knows of rows goes with it.
///
/// It runs on a Vert.x context of its own: whoever asks may be on any thread, and two who ask from
/// the same request at the same moment do not come upon each other's session. The answer comes back
/// where it was asked for. Who does not wait for it any more does not stop it.
@Singleton
public final class Sessions {
    private static final int RETRIES_MAX = 6;
    private static final Duration BACK_OFF = Duration.ofMillis(5);
    private static final Duration BACK_OFF_MAX = Duration.ofMillis(100);
    private static final int CAUSES_MAX = 8;

    private final SessionFactory factory;
    private final Vertx vertx;

    public Sessions(SessionFactory factory, Vertx vertx) {
        this.factory = factory;
        this.vertx = vertx;
    }

    /// Reads, without a transaction.
    public <T> Uni<T> read(Function<Session, Uni<T>> question) {
        return Uni.createFrom()
                .deferred(() -> apart(Vertx.currentContext(), () -> factory.withSession(question)));
    }

    /// Changes in one transaction. Of two who change the same row at the same moment the later one
    /// looks again, at what the row is now: the work is done anew, and does nothing but that.
    ///
    /// @return fails with [Unavailable] if others are faster time and again
    public <T> Uni<T> change(Function<Session, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() ->
                        apart(Vertx.currentContext(), () -> factory.withTransaction(work))
                                .onFailure(Sessions::isOvertaken)
                                .retry()
                                .withBackOff(BACK_OFF, BACK_OFF_MAX)
                                .atMost(RETRIES_MAX))
                .onFailure(Sessions::isOvertaken)
                .transform(late -> new Unavailable("a row that others change all the time", late));
    }

    private static boolean isOvertaken(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private <T> Uni<T> apart(@Nullable Context asker, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> {
                    Context from = asker == null ? vertx.getOrCreateContext() : asker;
                    Context own = VertxContext.createNewDuplicatedContext(from);
                    VertxContextSafetyToggle.setContextSafe(own, true);
                    own.runOnContext(_ -> run(work, asker, emitter));
                });
    }

    private static <T> void run(
            Supplier<Uni<T>> work, @Nullable Context asker, UniEmitter<? super T> emitter) {
        Uni.createFrom()
                .deferred(work::get)
                .subscribe()
                .with(
                        item -> back(asker, () -> emitter.complete(item)),
                        failure -> back(asker, () -> emitter.fail(failure)));
    }

    private static void back(@Nullable Context asker, Runnable tell) {
        if (asker == null) tell.run();
        else asker.runOnContext(_ -> tell.run());
    }
}
