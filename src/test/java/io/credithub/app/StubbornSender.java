package io.credithub.app;

import io.credithub.app.KillFeed.Batch;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// Pushes batches as a feed does: it knows nothing of the hub's lives, and what got no receipt is
/// sent again, the same bytes under the same key. Now and then it sends what has one already.
final class StubbornSender implements AutoCloseable {
    private static final int AT_ONCE = 2;
    private static final int AGAIN_EVERY = 9;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 10;

    private final URI deliveries;
    private final String key;
    private final IntFunction<Batch> feed;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Queue<Integer> unsafe = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Given> receipts = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isEnding;

    /// "Yours is safe."
    record Given(long delivery, String sha256, long records) {
        /// What the registry tells of it: digests are keyed there.
        Kept kept() {
            return new Kept(delivery, records);
        }
    }

    record Kept(long delivery, long records) {}

    /// @param key of the feed `vendor-push`
    StubbornSender(URI hub, String key, IntFunction<Batch> feed) {
        this.deliveries = URI.create(hub + "/api/v1/feeds/vendor-push/deliveries");
        this.key = key;
        this.feed = feed;
    }

    void start() {
        for (int i = 0; i < AT_ONCE; i++) threads.add(Thread.startVirtualThread(this::run));
    }

    /// Begins no more batches, and returns when each has its receipt.
    ///
    /// @return how many there are, numbered from 0
    int finish(Duration atMost) throws InterruptedException {
        isEnding = true;
        for (Thread thread : threads) {
            if (!thread.join(atMost)) throw new AssertionError("batches without a receipt");
        }
        return next.get();
    }

    /// Pushes that wait for their answer at this moment.
    int inFlight() {
        return inFlight.get();
    }

    /// By number of the batch.
    Map<Integer, Given> receipts() {
        return receipts;
    }

    /// What no feed should ever see: another answer than a receipt or "later", or two receipts for
    /// the same bytes that differ.
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    private void run() {
        try {
            while (true) {
                Integer number = unsafe.poll();
                if (number == null && isEnding) return;
                if (number == null) number = next.getAndIncrement();
                push(number);
                if (number % AGAIN_EVERY == 0 && receipts.containsKey(number)) push(number);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void push(int number) throws InterruptedException {
        inFlight.incrementAndGet();
        try {
            HttpResponse<String> answer = http.send(request(number), BodyHandlers.ofString());
            if (answer.statusCode() == 202) note(number, answer.body());
            else if (answer.statusCode() == 503) again(number);
            else surprises.add(number + ": " + answer.statusCode() + " " + answer.body());
        } catch (IOException noAnswer) {
            again(number);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private void again(int number) throws InterruptedException {
        if (!receipts.containsKey(number)) unsafe.add(number);
        Thread.sleep(PAUSE_MILLIS);
    }

    private void note(int number, String body) {
        JsonPath json = JsonPath.from(body);
        Given given =
                new Given(
                        json.getLong("delivery"),
                        json.getString("sha256"),
                        json.getLong("records"));
        Given before = receipts.putIfAbsent(number, given);
        if (before != null && !before.equals(given)) surprises.add(number + ": " + before + given);
    }

    private HttpRequest request(int number) {
        Batch batch = feed.apply(number);
        return HttpRequest.newBuilder(deliveries)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", batch.key())
                .header("X-Declared-Records", Integer.toString(KillFeed.LINES))
                .POST(BodyPublishers.ofByteArray(batch.body()))
                .build();
    }

    @Override
    public void close() {
        for (Thread thread : threads) thread.interrupt();
        http.shutdownNow();
    }
}
