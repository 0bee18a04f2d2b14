package io.credithub.demo.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// A vendor, or the agency: pushes its batches to the hub, one after the other, each under a key
/// that makes pushing it twice harmless, and comes back when the hub is busy.
public final class VendorClient implements AutoCloseable {
    private static final int ATTEMPTS_MAX = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 250;
    private static final long PAUSE_MILLIS_MAX = 8_000;
    private static final int PACKED_EVERY = 3;
    private final URI deliveries;
    private final String apiKey;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /// @param hub without a slash at the end
    /// @param feed the pusher's
    /// @param apiKey of that feed; goes nowhere else
    public VendorClient(URI hub, String feed, String apiKey) {
        this.deliveries = URI.create(hub + "/api/v1/feeds/" + feed + "/deliveries");
        this.apiKey = apiKey;
    }

    /// Told after every batch.
    @FunctionalInterface
    public interface PushProgress {
        void pushed(int batches, int of);
    }

    /// @param folder a written province's batches: [ProvinceFiles#vendor()]
    /// @return what the hub answered; a batch that it refused is counted, not thrown
    /// @throws IOException if the hub cannot be reached in [#ATTEMPTS_MAX] attempts
    public PushReport pushAll(Path folder, PushProgress progress)
            throws IOException, InterruptedException {
        PushReport report = PushReport.EMPTY;
        List<Path> batches = batches(folder);
        for (int i = 0; i < batches.size(); i++) {
            report = report.plus(push(batches.get(i), isPacked(batches.get(i))));
            progress.pushed(i + 1, batches.size());
        }
        return report;
    }

    /// Pushes one batch, as often as it takes.
    ///
    /// @param isPacked whether it goes as gzip
    public Pushed push(Path batch, boolean isPacked) throws IOException, InterruptedException {
        byte[] plain = Files.readAllBytes(batch);
        byte[] body = isPacked ? packed(plain) : plain;
        HttpRequest request = request(key(batch), body, isPacked);
        long pauseMillis = PAUSE_MILLIS;
        for (int attempt = 1; ; attempt++) {
            long start = System.nanoTime();
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                boolean isBusy = response.statusCode() == 503 || response.statusCode() == 429;
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                if (!isBusy || attempt == ATTEMPTS_MAX) {
                    return new Pushed(response.statusCode(), response.body(), attempt, took);
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS_MAX) throw e;
            }
            Thread.sleep(pauseMillis);
            pauseMillis = Math.min(2 * pauseMillis, PAUSE_MILLIS_MAX);
        }
    }

    /// What the hub answered to one batch.
    ///
    /// @param attempts at least 1
    /// @param took of the last attempt
    public record Pushed(int status, String body, int attempts, Duration took) {
        public boolean isAccepted() {
            return status == 202;
        }
    }

    private HttpRequest request(String key, byte[] body, boolean isPacked) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(deliveries)
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + apiKey)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofByteArray(body));
        if (isPacked) request.header("Content-Encoding", "gzip");
        return request.build();
    }

    /// A batch that is pushed again has the key that it had before.
    private static String key(Path batch) {
        String name = batch.getFileName().toString();
        return name.replace("-again", "").replace(".ndjson", "");
    }

    /// Some are packed; one that is pushed again goes as it went before.
    private static boolean isPacked(Path batch) {
        return Math.floorMod(key(batch).hashCode(), PACKED_EVERY) == 1;
    }

    private static List<Path> batches(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ndjson")).sorted().toList();
        }
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        http.close();
    }
}
