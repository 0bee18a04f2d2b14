package io.credithub.flow.result;

/// What became of an act that somebody asked for.
///
/// @param <T> what came of it
/// @param <R> why it may be refused: a closed list, so that every answer is written for each
public sealed interface Outcome<T, R> {
    record Done<T, R>(T value) implements Outcome<T, R> {}

    /// There is no such thing within the caller's jurisdiction; nobody can tell the difference.
    record NotFound<T, R>() implements Outcome<T, R> {}

    /// A rule forbids it. Nothing was written.
    record Refused<T, R>(R why) implements Outcome<T, R> {}

    static <T, R> Outcome<T, R> done(T value) {
        return new Done<>(value);
    }

    static <T, R> Outcome<T, R> notFound() {
        return new NotFound<>();
    }

    static <T, R> Outcome<T, R> refused(R why) {
        return new Refused<>(why);
    }
}
