package io.credithub.flow.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Closes what a reactive chain has used, at its end.
public final class Closing {
    private Closing() {}

    public static Runnable of(Closeable used) {
        return () -> {
            try {
                used.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }
}
