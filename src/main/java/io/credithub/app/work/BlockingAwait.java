package io.credithub.app.work;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/// How long a guest's thread waits for an answer of the house. Sessions of Hibernate Reactive want
/// a context of Vert.x, which such a thread has not.
public record BlockingAwait(Duration most) {
    /// @throws RuntimeException as the answer failed, or if it did not come in time
    public <T> T await(Supplier<Uni<T>> question) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> question.get().ifNoItem().after(most).fail());
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
