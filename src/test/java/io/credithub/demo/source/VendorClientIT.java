package io.credithub.demo.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.credithub.demo.source.VendorClient.Pushed;
import io.credithub.testing.ApartFromOthers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The vendor before a hub that is sometimes busy: a server that answers what it was told to.
@ApartFromOthers
final class VendorClientIT {
    private static final int HANG_UP = 0;
    private static final String RECORDS = "{\"recordId\":\"V-1\"}\n{\"recordId\":\"V-2\"}\n";

    @TempDir private Path folder = Path.of("");

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server = server();
    private final VendorClient vendor =
            new VendorClient(
                    URI.create("http://localhost:" + server.getAddress().getPort()),
                    "vendor-push",
                    "hub_key");

    private record Request(
            String path,
            String authorization,
            String key,
            @Nullable String encoding,
            String text) {}

    @AfterEach
    void close() {
        vendor.close();
        server.stop(0);
    }

    @Test
    void aBusyHubIsAskedAgainWithTheSameKeyAndBody() throws Exception {
        willAnswer(503, 429, 202);
        Pushed pushed = vendor.push(batch("batch-00007"), false);
        assertThat(pushed.attempts()).isEqualTo(3);
        assertThat(pushed.isAccepted()).isTrue();
        assertThat(pushed.body()).isEqualTo("202");
        Request each =
                new Request(
                        "/api/v1/feeds/vendor-push/deliveries",
                        "Bearer hub_key",
                        "batch-00007",
                        null,
                        RECORDS);
        assertThat(requests).isEqualTo(Collections.nCopies(3, each));
    }

    @Test
    void aBrokenConnectionIsTriedAgainWithTheSameKey() throws Exception {
        willAnswer(HANG_UP, 202);
        assertThat(vendor.push(batch("batch-00001"), false).attempts()).isEqualTo(2);
        assertThat(requests).extracting(Request::key).containsExactly("batch-00001", "batch-00001");
    }

    @Test
    void aPackedBatchIsTheSameAgainOnceUnpacked() throws Exception {
        willAnswer(503, 202);
        vendor.push(batch("batch-00002"), true);
        assertThat(requests)
                .hasSize(2)
                .allSatisfy(request -> {
                    assertThat(request.encoding()).isEqualTo("gzip");
                    assertThat(request.text()).isEqualTo(RECORDS);
                });
    }

    @Test
    void aRefusalIsNotTriedAgain() throws Exception {
        willAnswer(400, 202);
        Pushed pushed = vendor.push(batch("batch-00003"), false);
        assertThat(pushed.isAccepted()).isFalse();
        assertThat(pushed.attempts()).isEqualTo(1);
        assertThat(requests).hasSize(1);
    }

    @Test
    void allOfAFolderIsPushedInOrderAndABatchThatComesAgainHasItsFirstKey() throws Exception {
        for (String name : List.of("batch-00001", "batch-00000", "batch-00000-again")) batch(name);
        Files.writeString(folder.resolve("README.txt"), "not a batch");
        willAnswer(202, 503, 202, 409);
        PushReport report = vendor.pushAll(folder, (_, _) -> {});
        assertThat(requests)
                .extracting(Request::key)
                .containsExactly("batch-00000", "batch-00000", "batch-00000", "batch-00001");
        assertThat(requests.get(0)).isEqualTo(requests.get(2));
        assertThat(List.of(report.accepted(), report.refused(), report.repeats()))
                .containsExactly(2, 1, 1);
        assertThat(report.took()).hasSize(3).isSorted();
    }

    private Path batch(String name) throws IOException {
        return Files.writeString(folder.resolve(name + ".ndjson"), RECORDS);
    }

    private void willAnswer(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    private HttpServer server() {
        try {
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            HttpServer started = HttpServer.create(any, 0);
            started.createContext("/", this::answer);
            started.start();
            return started;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// On the one thread of the server.
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
            byte[] body = exchange.getRequestBody().readAllBytes();
            if ("gzip".equals(encoding)) {
                body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
            }
            requests.add(
                    new Request(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                            encoding,
                            new String(body, StandardCharsets.UTF_8)));
            int status = answers.remove();
            if (status == HANG_UP) return;
            byte[] text = Integer.toString(status).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
        }
    }
}
