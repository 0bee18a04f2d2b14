package io.credithub.apart.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The province's registrar, who asks the hub by its API like everybody: brings the programme
/// register, decides and lends, has the records reconciled, and reads what was found.
final class DemoRegistrar implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_NANOS = 200_000_000;
    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int ERROR = 300;
    private final URI hub;
    private final String key;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /// @param key an operator's
    DemoRegistrar(URI hub, String key) {
        this.hub = hub;
        this.key = key;
    }

    /// @return how many programmes the register has taken in
    long bring(Path programmes) {
        try {
            String why = "/api/v1/programmes/imports?mode=snapshot&reason=demo";
            JsonNode said = send("POST", why, "text/csv", BodyPublishers.ofFile(programmes));
            return said.path("added").asLong();
        } catch (FileNotFoundException none) {
            throw new UncheckedIOException(none);
        }
    }

    /// @param asked programme, period and owner, as a query
    void enrol(String asked, String csv) {
        String lists = "/api/v1/expectations/enrolments?" + asked;
        JsonNode said = send("POST", lists, "text/csv", BodyPublishers.ofString(csv));
        if (said.path("refused").asLong() > 0) throw new IllegalStateException(said.toString());
    }

    void declare(JsonNode total) {
        BodyPublisher body = BodyPublishers.ofString(total.toString());
        send("POST", "/api/v1/expectations/totals", JSON, body);
    }

    void decide(String teacher, int schoolYear) {
        String result = "/api/v1/teachers/%s/years/%d/result".formatted(teacher, schoolYear);
        send("PUT", result, JSON, BodyPublishers.noBody());
    }

    /// The whole programme, for all who attended it.
    void withdraw(String code) {
        String programme = "/api/v1/programmes/%s/withdrawal".formatted(code);
        send("POST", programme, JSON, BodyPublishers.ofString("{\"reason\":\"考勤造假\"}"));
    }

    void lend(String teacher, int schoolYear) {
        BodyPublisher body = BodyPublishers.ofString("{\"schoolYear\":%d}".formatted(schoolYear));
        send("POST", "/api/v1/teachers/%s/loans".formatted(teacher), JSON, body);
    }

    /// Has everything reconciled, and waits for it.
    ///
    /// @return the run as it ended
    JsonNode reconcile() {
        return reconcile("{}");
    }

    /// The same of all that the key may decide about.
    JsonNode reconcile(int schoolYear) {
        return reconcile("{\"schoolYear\":%d}".formatted(schoolYear));
    }

    private JsonNode reconcile(String scope) {
        String runs = "/api/v1/reconciliation/runs";
        JsonNode run = send("POST", runs, JSON, BodyPublishers.ofString(scope));
        while (!isOver(run.path("state").asText())) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            run = get(runs + "/" + run.path("id").asLong());
        }
        return run;
    }

    private static boolean isOver(String state) {
        return !state.equals("WAITING") && !state.equals("RUNNING");
    }

    /// Every break of a state, page by page.
    void breaks(String state, Consumer<JsonNode> each) {
        @Nullable String next = "";
        while (next != null) {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            String page = "/api/v1/reconciliation/breaks?limit=500&state=" + state + cursor;
            JsonNode found = get(page);
            found.path("items").forEach(each);
            next = found.path("next").asText(null);
        }
    }

    JsonNode get(String path) {
        return send("GET", path, JSON, BodyPublishers.noBody());
    }

    /// @param body JSON
    JsonNode post(String path, String body) {
        return send("POST", path, JSON, BodyPublishers.ofString(body));
    }

    /// A file that the hub hands out, as it is.
    byte[] file(String path) {
        return answered("GET", path, JSON, BodyPublishers.noBody());
    }

    private JsonNode send(String method, String path, String type, BodyPublisher body) {
        try {
            return json.readTree(answered(method, path, type, body));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private byte[] answered(String method, String path, String type, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(hub + path))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + key)
                        .method(method, body);
        if (!method.equals("GET")) request.header("Content-Type", type);
        try {
            HttpResponse<byte[]> said = http.send(request.build(), BodyHandlers.ofByteArray());
            boolean isDone = said.statusCode() >= OK && said.statusCode() < ERROR;
            if (isDone) return said.body();
            throw new DemoRefusal(path, said.statusCode(), new String(said.body(), UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", stop);
        }
    }

    /// That the hub did not do what it was asked.
    static final class DemoRefusal extends IllegalStateException {
        private static final long serialVersionUID = 1;
        private final String answer;

        DemoRefusal(String path, int status, String answer) {
            super(path + ": " + status + " " + answer);
            this.answer = answer;
        }

        /// Whether it has this code.
        boolean isFor(String code) {
            return answer.contains("\"" + code + "\"");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
