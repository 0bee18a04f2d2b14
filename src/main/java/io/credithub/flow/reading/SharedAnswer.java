package io.credithub.flow.reading;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One answer for all who ask within a while: however often somebody asks, the question is put that
/// rarely. A failure is an answer too.
public final class SharedAnswer<T> {
    private final Supplier<Uni<T>> question;
    private final Duration fresh;
    private @Nullable Uni<T> last;
    private long askedAt;

    /// @param fresh for how long one answer stands, counted from its question
    public SharedAnswer(Supplier<Uni<T>> question, Duration fresh) {
        this.question = question;
        this.fresh = fresh;
    }

    public synchronized Uni<T> get() {
        Uni<T> known = last;
        boolean isFresh = known != null && System.nanoTime() - askedAt < fresh.toNanos();
        if (known != null && isFresh) return known;
        Uni<T> asked = question.get().memoize().indefinitely();
        last = asked;
        askedAt = System.nanoTime();
        return asked;
    }
}
