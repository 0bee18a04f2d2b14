package io.credithub.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A source system on loopback: tokens, pages by time of change, and the faults of real ones.
public final class SimulatedPlatform implements AutoCloseable {
    public enum Fault {
        BUSY,
        TOKEN_EXPIRED,
        BREAKS_OFF,
        NEVER_ENDS,
        NOT_JSON
    }

    private final HttpServer server;
    private final String prefix;
    private final List<String> watermarks = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    private volatile @Nullable Function<Map<String, String>, Reply> script;
    public final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    public final List<String> logins = new CopyOnWriteArrayList<>();

    /// @param watermarks one page each, in order; its last record's time of change
    public SimulatedPlatform(URI pages, List<String> watermarks) {
        this.watermarks.addAll(watermarks);
        this.prefix = pages.getPath().replace("/api/v1/completions", "");
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(
                                    InetAddress.getLoopbackAddress(), pages.getPort()),
                            0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext(prefix + "/oauth2/token", this::token);
        server.createContext(prefix + "/api/v1/completions", this::page);
        server.start();
    }

    /// An answer that a test has thought out.
    record Reply(int status, Map<String, String> headers, String body) {
        static Reply ok(String body) {
            return new Reply(200, Map.of("Content-Type", "application/json"), body);
        }
    }

    /// From now on pages come from here.
    void answers(Function<Map<String, String>, Reply> script) {
        this.script = script;
    }

    public void next(Fault... coming) {
        faults.addAll(List.of(coming));
    }

    /// The times from which it was asked, one for each run.
    public List<String> starts() {
        return requests.stream()
                .filter(one -> !one.containsKey("cursor"))
                .map(one -> one.getOrDefault("updatedFrom", ""))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] pair = Base64.getDecoder().decode(basic.substring("Basic ".length()));
        logins.add(new String(pair, StandardCharsets.UTF_8));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isAsked = body.equals("grant_type=client_credentials");
        answer(
                exchange,
                isAsked ? 200 : 400,
                "{\"access_token\":\"t%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                        .formatted(tokens.incrementAndGet()));
    }

    private void page(HttpExchange exchange) throws IOException {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer t" + tokens.get()).equals(bearer)) {
            answer(exchange, 401, "{}");
            return;
        }
        Map<String, String> query = query(exchange.getRequestURI());
        requests.add(query);
        Function<Map<String, String>, Reply> scripted = script;
        if (scripted != null) {
            Reply reply = scripted.apply(query);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            answer(exchange, reply.status(), reply.body());
            return;
        }
        Fault fault = faults.poll();
        if (fault != null) {
            fail(exchange, fault);
        } else {
            answer(exchange, 200, body(Integer.parseInt(query.getOrDefault("cursor", "0"))));
        }
    }

    private void fail(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case BUSY -> answer(exchange, 503, "busy");
            case TOKEN_EXPIRED -> {
                tokens.incrementAndGet();
                answer(exchange, 401, "{}");
            }
            case NOT_JSON -> answer(exchange, 200, "<html>mending</html>");
            case NEVER_ENDS -> drip(exchange);
            case BREAKS_OFF -> {
                exchange.sendResponseHeaders(200, 10_000);
                exchange.getResponseBody().write("{\"data\":".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                exchange.close();
            }
        }
    }

    /// A byte now and then, so that nobody who waits for a byte ever waits for long.
    private static void drip(HttpExchange exchange) {
        Thread.ofVirtual()
                .start(() -> {
                    try (exchange;
                            OutputStream body = exchange.getResponseBody()) {
                        exchange.sendResponseHeaders(200, 0);
                        for (int i = 0; i < 600; i++) {
                            body.write(' ');
                            body.flush();
                            Thread.sleep(50);
                        }
                    } catch (IOException | InterruptedException hungUp) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private String body(int page) {
        List<String> items = new ArrayList<>();
        if (page < watermarks.size()) items.add("{\"id\":\"R%d\"}".formatted(page));
        String mark =
                watermarks.isEmpty()
                        ? "2000-01-01 08:00:00"
                        : watermarks.get(Math.min(page, watermarks.size() - 1));
        String next = page + 1 < watermarks.size() ? ",\"next\":\"" + (page + 1) + "\"" : "";
        return """
        {"code":0,"data":{"serverTime":"2023-07-02 03:00:00","count":%d,"persons":%d,"hours":64.5,\
        "watermark":"%s"%s,"items":%s}}\
        """
                .formatted(items.size(), items.size(), mark, next, items);
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String part : uri.getRawQuery().split("&", -1)) {
            String[] pair = part.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
