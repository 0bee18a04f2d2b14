package io.credithub.testing;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Many who do something at the same moment, from a thread that knows no Vert.x.
public final class AtOnce {
    /// More than the database has connections for.
    public static final int MANY = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private AtOnce() {}

    /// @return what each was told, in order
    public static <T> List<T> told(IntFunction<Uni<T>> question) {
        List<Uni<T>> all = IntStream.range(0, MANY).mapToObj(question).toList();
        return told(Uni.join().all(all).andFailFast());
    }

    public static <T> T told(Uni<T> question) {
        return question.await().atMost(PATIENCE);
    }
}
