package io.credithub.torture.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/// Asks the hub as its operator.
public final class HubApi implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 1_000;
    private static final int OK = 200;
    private static final int MADE = 201;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();
    private final URI hub;
    private final String key;

    public HubApi(URI hub, String key) {
        this.hub = hub;
        this.key = key;
    }

    /// The text of a new key.
    public String feedKey(String feed) throws IOException, InterruptedException {
        String wish = "{\"role\":\"FEED\",\"feed\":\"" + feed + "\",\"label\":\"torture\"}";
        HttpResponse<String> answer =
                http.send(
                        request("/api/v1/keys")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(wish))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != MADE) throw new IOException("no key: " + answer.statusCode());
        return JSON.readTree(answer.body()).path("key").asText();
    }

    /// @return whether the hub says that it has it
    public boolean takesRoster(byte[] csv) throws InterruptedException {
        try {
            HttpRequest request =
                    request("/api/v1/roster")
                            .header("Content-Type", "text/csv; charset=utf-8")
                            .POST(BodyPublishers.ofByteArray(csv))
                            .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException cutOff) {
            return false;
        }
    }

    /// Asks until there is an answer, for a few minutes.
    ///
    /// @throws IOException if there is none
    public JsonNode get(String path) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "no answer";
        while (System.nanoTime() - deadline < 0) {
            try {
                HttpResponse<String> answer =
                        http.send(request(path).GET().build(), BodyHandlers.ofString());
                if (answer.statusCode() == OK) return JSON.readTree(answer.body());
                last = "status " + answer.statusCode();
            } catch (IOException noAnswer) {
                last = String.valueOf(noAnswer.getMessage());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IOException(path + ": " + last);
    }

    /// Walks through all pages of a list.
    ///
    /// @param path with a query already
    public void each(String path, Consumer<JsonNode> item)
            throws IOException, InterruptedException {
        String cursor = "";
        while (true) {
            JsonNode page = get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(item);
            cursor = URLEncoder.encode(page.path("next").asText(""), StandardCharsets.UTF_8);
            if (cursor.isEmpty() || page.path("next").isNull()) return;
        }
    }

    /// Asks once and does not listen to the answer.
    public void ask(String path) throws InterruptedException {
        try {
            http.send(request(path).GET().build(), BodyHandlers.discarding());
        } catch (IOException asGoodAsAny) {
            // a question under torture may get no answer
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(hub + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
