package io.credithub.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks a running hub, once, as the holder of a key.
///
/// @param hub where it answers
record HubClient(URI hub, String key) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FILE_PATIENCE = Duration.ofMinutes(10);
    private static final String NEXT = "Hub-Next";
    private static final int DONE = 200;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// @param body missing if the hub said nothing, or nothing that is JSON
    /// @param text as it came
    /// @param next cursor of the next page, where the body has no room for it
    record HubResponse(int status, JsonNode body, String text, @Nullable String next) {
        boolean isDone() {
            return status / 100 == 2;
        }
    }

    /// Whether a key can go there without being read on the way.
    static boolean keepsSecrets(URI hub) {
        if ("https".equals(hub.getScheme())) return true;
        return "http".equals(hub.getScheme()) && HERE.contains(String.valueOf(hub.getHost()));
    }

    /// @throws IOException with one line that names the file
    static String keyIn(Path file) throws IOException {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IOException("读不到密钥文件。no key can be read from " + file, unreadable);
        }
    }

    /// @param body JSON
    /// @throws IOException with one line, if there is no answer
    HubResponse ask(String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        BodyPublisher sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return ask(
                request(path, "application/json").timeout(PATIENCE).method(method, sent).build());
    }

    /// Sends a file, which may take the hub its time.
    ///
    /// @throws IOException with one line, if there is no answer
    HubResponse send(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return ask(
                request(path, type)
                        .timeout(FILE_PATIENCE)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    /// Takes a file, which may be large.
    ///
    /// @param out is written to only if the hub gives the file
    /// @return without text if it does
    /// @throws IOException with one line, if there is no answer or it breaks off
    HubResponse take(String path, FileTaker out) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(hub.resolve(path))
                        .header("Authorization", "Bearer " + key)
                        .timeout(FILE_PATIENCE)
                        .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<InputStream> answer;
            try {
                answer = client.send(request, BodyHandlers.ofInputStream());
            } catch (IOException silent) {
                throw new IOException("没有应答。no hub answers at " + hub, silent);
            }
            try (InputStream body = answer.body()) {
                int status = answer.statusCode();
                if (status == DONE) {
                    out.take(body);
                    return new HubResponse(status, MissingNode.getInstance(), "", null);
                }
                String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new HubResponse(status, json(text), text, null);
            }
        }
    }

    /// Where a file goes.
    interface FileTaker {
        void take(InputStream body) throws IOException;
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(hub.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type);
    }

    private HubResponse ask(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            String next = answer.headers().firstValue(NEXT).orElse(null);
            return new HubResponse(answer.statusCode(), json(answer.body()), answer.body(), next);
        } catch (IOException silent) {
            throw new IOException("没有应答。no hub answers at " + hub, silent);
        }
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : new ObjectMapper().readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /// Keys are never printed.
    @Override
    public String toString() {
        return "HubClient[" + hub + "]";
    }
}
