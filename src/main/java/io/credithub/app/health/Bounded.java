package io.credithub.app.health;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Ends a wait of a health check, on a clock of the JDK: the hub's own timers end in its pools, and
/// a pool that is used up is what the check is to tell.
final class Bounded {
    static final Duration MOST = Duration.ofSeconds(2);

    private Bounded() {}

    static <T> Uni<T> stage(Supplier<CompletionStage<T>> question) {
        return Uni.createFrom()
                .completionStage(() ->
                        question.get()
                                .toCompletableFuture()
                                .orTimeout(MOST.toMillis(), TimeUnit.MILLISECONDS));
    }

    static <T> Uni<T> uni(Supplier<Uni<T>> question) {
        return stage(() -> question.get().subscribeAsCompletionStage());
    }
}
