package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever stands in whatever place of a request: it is answered, in time, by a problem with a
/// code where it is wrong, which tells nothing of the inside; and the hub goes on.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SlowBodiesIT.Bounds.class)
final class HostileValuesIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
    private static final int THREADS = 8;
    private static final int KEYS = 32;
    private static final int SHOWN = 60;
    private static final int START = 700;
    private static final int TRIES_MAX = 200;
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();
    private static final int REQUESTS_MIN = 3_500;
    private static final String FEED = "vendor-push";
    private static final String COUNTY = "149971";
    private static final Pattern INSIDE =
            Pattern.compile(
                    "(?i)exception|\\bat [a-z.]+\\(|java\\.|io\\.credithub|jakarta\\.|org\\."
                            + "|vert\\.?x|netty|quarkus|resteasy|jackson|hibernate|postgres"
                            + "|sqlstate|\\bselect\\b|\\binsert\\b");

    @Inject ApiKeys keys;

    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, Boolean> forFeeds = new ConcurrentHashMap<>();

    @Test
    void whateverIsSentIsAnsweredAndTheHubGoesOn() throws InterruptedException {
        List<HostileRequest> requests =
                HostileRequests.of(ApiOperation.all(), new WalkWorld(keys, COUNTY));
        List<String> operators = issued(new Permission.Operator());
        List<String> feeds = issued(new Permission.FeedPermission(FEED));
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService senders = Executors.newFixedThreadPool(THREADS)) {
            for (int no = 0; no < THREADS; no++) {
                senders.execute(() -> {
                    try (Sender sender = new Sender(operators, feeds)) {
                        int at = next.getAndIncrement();
                        for (; at < requests.size(); at = next.getAndIncrement()) {
                            sender.send(requests.get(at), at);
                        }
                    }
                });
            }
        }
        assertThat(wrong.stream().limit(SHOWN)).isEmpty();
        assertThat(statuses.keySet()).contains("200", "400", "404", "406", "414", "415", "431");
        assertThat(requests).hasSizeGreaterThan(REQUESTS_MIN);
        assertTheHubGoesOn();
    }

    private void assertTheHubGoesOn() {
        operator(keys).post("/api/v1/feeds/" + FEED + "/resume").then().statusCode(200);
        Customer somebody = Customer.draw(keys);
        somebody.enrol();
        somebody.train(2025, "-after", 30);
        assertThat(somebody.get("/statement?cycle=2022").getList("entries")).hasSize(1);
    }

    private List<String> issued(Permission grant) {
        List<String> all = new ArrayList<>();
        for (int no = 0; no < KEYS; no++) {
            all.add(keys.issue(grant, "hostile").await().atMost(SOON).key());
        }
        return all;
    }

    private final class Sender implements AutoCloseable {
        private final List<String> operators;
        private final List<String> feeds;
        private @Nullable Wire wire;

        Sender(List<String> operators, List<String> feeds) {
            this.operators = operators;
            this.feeds = feeds;
        }

        void send(HostileRequest request, int no) {
            try {
                String name = request.operation().name();
                boolean isForFeeds = forFeeds.getOrDefault(name, false);
                List<String> keys = isForFeeds ? feeds : operators;
                String answer = asked(request, keys.get(no % KEYS));
                if (answer.startsWith("HTTP/1.1 403") && !isForFeeds) {
                    answer = asked(request, feeds.get(no % KEYS));
                    if (!answer.startsWith("HTTP/1.1 403")) forFeeds.put(name, true);
                }
                String status = answer.length() > 12 ? answer.substring(9, 12) : "none";
                statuses.merge(status, 1, Integer::sum);
                String fault = fault(request, answer);
                if (fault != null) wrong.add(request.told() + " -> " + fault);
            } catch (RuntimeException broken) {
                close();
                wrong.add(request.told() + " -> " + broken);
            }
        }

        private String asked(HostileRequest request, String key) {
            for (int tries = 0; ; tries++) {
                String answer = once(request, key);
                boolean isLater =
                        answer.startsWith("HTTP/1.1 429") || answer.startsWith("HTTP/1.1 503");
                if (!isLater || tries > TRIES_MAX) return answer;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }

        private String once(HostileRequest request, String key) {
            Wire open = wire == null ? new Wire(RestAssured.port) : wire;
            wire = open;
            String answer;
            try {
                answer =
                        open.bytes(request.bytes(key))
                                .answer(SOON, request.operation().method().equals("HEAD"));
            } catch (UncheckedIOException closed) {
                answer = open.answer(SOON, request.operation().method().equals("HEAD"));
            }
            while (answer.startsWith(CONTINUE)) {
                answer = answer.substring(CONTINUE.length());
                if (answer.isEmpty()) answer = open.answer(SOON, false);
            }
            String head = answer.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT);
            if (answer.isEmpty() || head.contains("connection: close")) close();
            return answer;
        }

        @Override
        public void close() {
            if (wire != null) wire.close();
            wire = null;
        }
    }

    /// Whoever holds a paper is answered in words.
    private static boolean isPage(HostileRequest request, int status) {
        return status == 404 && request.operation().path().startsWith("/verify/");
    }

    private static @Nullable String fault(HostileRequest request, String answer) {
        String start =
                answer.substring(0, Math.min(answer.length(), START)).replaceAll("\\s+", " ");
        if (!answer.startsWith("HTTP/1.")) return "no answer: " + start;
        int status = Integer.parseInt(answer.substring(9, 12));
        String[] parts = answer.split("\r\n\r\n", 2);
        if (parts.length < 2) return "half an answer: " + start;
        if (status < 200 || status == 429 || status >= 500) return status + ": " + start;
        if (status < 400) return null;
        if (answer.contains(HostileValues.ID_NUMBER)) return "the ID number: " + start;
        if (request.operation().method().equals("HEAD")) return null;
        if (INSIDE.matcher(parts[1]).find()) return "the inside: " + start;
        if (isPage(request, status)) return null;
        if (!parts[0].toLowerCase(Locale.ROOT).contains("content-type: application/problem+json"))
            return "no problem: " + start;
        try {
            JsonNode problem = new ObjectMapper().readTree(parts[1]);
            if (problem.path("status").asInt() != status) return "another status: " + start;
            boolean isCoded = problem.path("code").asText().matches("HUB-[0-9]{4}");
            return isCoded ? null : "no code: " + start;
        } catch (JsonProcessingException broken) {
            return "not JSON: " + start;
        }
    }
}
