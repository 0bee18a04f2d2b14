package io.credithub.torture.count;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BiConsumer;

/// Asks every other second whether the hub calls itself ready.
public final class HealthWatch implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 2_000;
    private static final int UP = 200;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final HttpRequest ready;
    private final Thread thread;

    /// @param management of the hub
    /// @param told of each answer and of when it came, in nanoseconds; no answer is not UP
    public HealthWatch(URI management, BiConsumer<Long, Boolean> told) {
        this.ready =
                HttpRequest.newBuilder(URI.create(management + "/q/health/ready"))
                        .timeout(TIMEOUT)
                        .GET()
                        .build();
        this.thread = Thread.ofVirtual().name("health").start(() -> run(told));
    }

    private void run(BiConsumer<Long, Boolean> told) {
        try {
            while (true) {
                told.accept(System.nanoTime(), isUp());
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isUp() throws InterruptedException {
        try {
            return http.send(ready, BodyHandlers.discarding()).statusCode() == UP;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
    }
}
