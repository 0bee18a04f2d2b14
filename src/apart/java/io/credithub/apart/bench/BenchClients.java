package io.credithub.apart.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A feed and a reader, at the hub's own door: what they wait for an answer.
final class BenchClients implements AutoCloseable {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final Set<Integer> LATER = Set.of(429, 503);
    private static final Set<String> OPEN = Set.of("WAITING", "RUNNING");
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int TRIES_MAX = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    private final URI api;
    private final String feedKey;
    private final String readerKey;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    BenchClients(URI hub, String feedKey, String readerKey) {
        this.api = hub.resolve("/api/v1/");
        this.feedKey = feedKey;
        this.readerKey = readerKey;
    }

    /// @param delivery its number
    /// @param millis until it was accepted
    record BenchReceipt(long delivery, double millis) {}

    /// @throws IllegalStateException if it is not accepted
    BenchReceipt push(byte[] ndjson) throws IOException, InterruptedException {
        HttpRequest request =
                request("feeds/vendor-push/deliveries", feedKey)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofByteArray(ndjson))
                        .build();
        long began = System.nanoTime();
        String body = send(request, ACCEPTED);
        double millis = (System.nanoTime() - began) / NANOS_PER_MILLI;
        return new BenchReceipt(json.readTree(body).get("delivery").asLong(), millis);
    }

    /// @return milliseconds until the statement was there
    /// @throws IllegalStateException if there is none
    double statement(String teacherNo) throws IOException, InterruptedException {
        String path = "teachers/" + teacherNo + "/statement?cycle=2022";
        HttpRequest request = request(path, readerKey).GET().build();
        long began = System.nanoTime();
        send(request, OK);
        return (System.nanoTime() - began) / NANOS_PER_MILLI;
    }

    /// @param query of a list of breaks
    /// @return milliseconds until the page was there
    /// @throws IllegalStateException if there is none
    double breaks(String query) throws IOException, InterruptedException {
        HttpRequest request = request("reconciliation/breaks?" + query, readerKey).GET().build();
        long began = System.nanoTime();
        send(request, OK);
        return (System.nanoTime() - began) / NANOS_PER_MILLI;
    }

    /// What a reader is answered.
    ///
    /// @param path under the API
    JsonNode ask(String path) throws IOException, InterruptedException {
        return json.readTree(send(request(path, readerKey).GET().build(), OK));
    }

    /// Milliseconds until a reader was answered.
    double asked(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path, readerKey).GET().build();
        long began = System.nanoTime();
        send(request, OK);
        return (System.nanoTime() - began) / NANOS_PER_MILLI;
    }

    /// Asks for a report that is not open yet.
    ///
    /// @return its number
    int order(String report) throws IOException, InterruptedException {
        HttpRequest request =
                request("reports", readerKey)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(report))
                        .build();
        return json.readTree(send(request, ACCEPTED)).get("id").asInt();
    }

    /// A report that was asked for, once it is made or will never be.
    JsonNode ended(int report) throws IOException, InterruptedException {
        while (true) {
            JsonNode job = ask("reports/" + report);
            if (!OPEN.contains(job.path("state").asText())) return job;
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    /// Milliseconds until the first byte of a report's file was there; the rest is left.
    double firstByte(int report) throws IOException, InterruptedException {
        HttpRequest request = request("reports/" + report + "/file", readerKey).GET().build();
        long began = System.nanoTime();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream file = response.body()) {
            if (response.statusCode() != OK || file.read() < 0) {
                throw new IllegalStateException(
                        "the file was answered " + response.statusCode() + " or is empty");
            }
            return (System.nanoTime() - began) / NANOS_PER_MILLI;
        }
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(api.resolve(path)).header("Authorization", "Bearer " + key);
    }

    /// Comes again as often as the hub says *later*, and when it says so.
    private String send(HttpRequest request, int wanted) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() == wanted) return response.body();
            if (!LATER.contains(response.statusCode()) || tries == TRIES_MAX) {
                throw new IllegalStateException(
                        request.uri().getPath() + " was answered " + response.statusCode());
            }
            Thread.sleep(
                    Duration.ofSeconds(
                            response.headers().firstValueAsLong("Retry-After").orElse(1)));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
