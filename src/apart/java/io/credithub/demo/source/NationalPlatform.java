package io.credithub.demo.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.credithub.demo.model.JsonText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The national platform, simulated on the loopback as its agreement describes it (see the README
/// of the feed `national-platform`): tokens, pages, moods.
public final class NationalPlatform implements AutoCloseable {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final int PAGE_SIZE = 500;
    private static final int PAGE_SIZE_MAX = 1000;
    private final HttpServer server;
    private final ExecutorService threads;
    private final PagedRecords records;
    private final NationalPages pages;
    private final TokenServer desk;
    private final PlatformFaults moods;

    /// @param port 0 for any that is free
    /// @param serverTime what every page states as its time; fixed, so that a page repeats itself
    /// @param clock for the expiry of tokens
    public record PlatformSettings(
            int port,
            String clientId,
            String clientSecret,
            LocalDateTime serverTime,
            InstantSource clock,
            PlatformFaults moods) {
        /// No secret.
        @Override
        public String toString() {
            return "Settings[" + port + ", " + clientId + "]";
        }
    }

    private NationalPlatform(Path ndjson, PlatformSettings settings) throws IOException {
        records = new PagedRecords(ndjson);
        pages = new NationalPages(records, settings.serverTime);
        desk = new TokenServer(settings.clientId, settings.clientSecret, settings.clock);
        moods = settings.moods;
        threads = Executors.newVirtualThreadPerTaskExecutor();
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        server = HttpServer.create(new InetSocketAddress(loopback, settings.port), 0);
        server.setExecutor(threads);
        server.createContext("/oauth2/token", this::token);
        server.createContext("/api/v1/completions", this::completions);
    }

    /// @param ndjson what the platform has: [ProvinceFiles#national()]
    /// @return running; closed by the caller
    /// @throws IOException if the file cannot be read or the port is taken
    public static NationalPlatform start(Path ndjson, PlatformSettings settings)
            throws IOException {
        NationalPlatform platform = new NationalPlatform(ndjson, settings);
        platform.server.start();
        return platform;
    }

    /// From here on it answers, if it was closed.
    public void open() {
        moods.open();
    }

    /// Without a slash at the end.
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// How many records it has, old versions included.
    public int records() {
        return records.size();
    }

    private void token(HttpExchange exchange) throws IOException {
        byte[] form = exchange.getRequestBody().readAllBytes();
        Map<String, String> fields = fields(new String(form, StandardCharsets.UTF_8));
        boolean isGrant = "client_credentials".equals(fields.get("grant_type"));
        if (!exchange.getRequestMethod().equals("POST") || !isGrant) {
            answer(exchange, 400, "{\"error\":\"unsupported_grant_type\"}");
            return;
        }
        String id = fields.getOrDefault("client_id", "");
        String secret = fields.getOrDefault("client_secret", "");
        String authorization = header(exchange, "Authorization");
        Optional<String> token =
                authorization.isEmpty() ? desk.token(id, secret) : desk.token(authorization);
        if (token.isEmpty()) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        StringBuilder json = new StringBuilder();
        JsonText body = JsonText.object(json).text("access_token", token.get());
        body.text("token_type", "Bearer");
        body.raw("expires_in", Long.toString(TokenServer.LIFETIME.toSeconds())).end();
        answer(exchange, 200, json.toString());
    }

    private void completions(HttpExchange exchange) throws IOException {
        if (!desk.knows(header(exchange, "Authorization"))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            answer(exchange, 401, "{\"code\":401,\"message\":\"令牌无效或已过期\"}");
            return;
        }
        switch (moods.next()) {
            case WELL -> answerPage(exchange);
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 503, "{\"code\":503,\"message\":\"系统繁忙,请稍后再试\"}");
            }
            case GONE -> breakOff(exchange);
        }
    }

    /// In the middle of an answer, so that no client takes it for whole.
    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, PAGE_SIZE);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void answerPage(HttpExchange exchange) throws IOException {
        String page;
        try {
            page = pages.page(query(exchange.getRequestURI().getRawQuery()));
        } catch (IllegalArgumentException | DateTimeException e) {
            answer(exchange, 400, "{\"code\":400,\"message\":\"参数无效\"}");
            return;
        }
        answer(exchange, 200, page);
    }

    private static NationalPages.Query query(@Nullable String raw) {
        Map<String, String> fields = fields(raw == null ? "" : raw.replace("+", "%2B"));
        OffsetDateTime from = OffsetDateTime.parse(fields.getOrDefault("updatedFrom", ""));
        String size = fields.getOrDefault("pageSize", Integer.toString(PAGE_SIZE));
        int pageSize = Integer.parseInt(size);
        if (pageSize < 1 || pageSize > PAGE_SIZE_MAX) throw new IllegalArgumentException("size");
        LocalDateTime local = from.withOffsetSameInstant(BEIJING).toLocalDateTime();
        return new NationalPages.Query(local, pageSize, fields.getOrDefault("cursor", ""));
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) continue;
            String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            fields.put(pair.substring(0, equals), value);
        }
        return fields;
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.close();
        records.close();
    }
}
