package io.credithub.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.credithub.api.body.BodyBuffer;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One question to the hub by every way in: what is sent, what is done, and what is asked. The keys
/// are there before anything goes wrong.
final class WaysIn implements AutoCloseable {
    private static final String COUNTY = "140105";
    private static final String PUSH = "/api/v1/feeds/vendor-push/deliveries";
    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), COUNTY);
    private final String school = "S-" + teacher.teacherNo();
    private final String feed;
    private final String operator;
    private final String registrar;
    private final String ofSchool;

    /// What came back.
    ///
    /// @param status 0 if nothing did
    record Answer(String way, int status, @Nullable String retryAfter, long millis, String body) {
        boolean isOutage() {
            return status == 503 && retryAfter != null;
        }

        boolean isServed() {
            return status >= 200 && status < 500 && status != 400;
        }
    }

    WaysIn(ApiKeys keys) {
        Jurisdiction county = new Jurisdiction(COUNTY);
        feed = key(keys, new Permission.FeedPermission("vendor-push"));
        operator = key(keys, new Permission.Operator());
        registrar = key(keys, new Permission.Registrar(county));
        ofSchool = key(keys, new Permission.SchoolPermission(school, county));
    }

    private static String key(ApiKeys keys, Permission grant) {
        return keys.issue(grant, "outage").await().atMost(Duration.ofSeconds(60)).key();
    }

    /// All at the same time.
    ///
    /// @param within who is not answered then, counts as not answered
    List<Answer> ask(Duration within) {
        return begin(within).stream().map(CompletableFuture::join).toList();
    }

    /// The same, for something to happen before there is an answer.
    List<CompletableFuture<Answer>> begin(Duration within) {
        return requests().entrySet().stream()
                .map(way -> ask(way.getKey(), way.getValue(), within))
                .toList();
    }

    private CompletableFuture<Answer> ask(String way, HttpRequest request, Duration within) {
        long began = System.nanoTime();
        return client.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(within.toMillis(), MILLISECONDS)
                .handle((answer, failure) -> told(way, answer, failure, began));
    }

    private static Answer told(
            String way,
            @Nullable HttpResponse<String> answer,
            @Nullable Throwable failure,
            long began) {
        long millis = NANOSECONDS.toMillis(System.nanoTime() - began);
        if (answer == null) return new Answer(way, 0, null, millis, String.valueOf(failure));
        String retryAfter = answer.headers().firstValue("Retry-After").orElse(null);
        return new Answer(way, answer.statusCode(), retryAfter, millis, answer.body());
    }

    private Map<String, HttpRequest> requests() {
        Map<String, HttpRequest> all = new LinkedHashMap<>();
        String of = "/api/v1/teachers/" + teacher.teacherNo();
        all.put("plain push", post(feed, PUSH, NDJSON, record().getBytes(UTF_8)).build());
        all.put("keyed push", keyed(record().getBytes(UTF_8), null));
        all.put("keyed packed push", keyed(Gzip.of(large()), "gzip"));
        all.put("large push", post(feed, PUSH, NDJSON, large().getBytes(UTF_8)).build());
        all.put("large push in chunks", chunked(large().getBytes(UTF_8)));
        all.put(
                "array push",
                post(feed, PUSH, JSON, ("[" + record() + "]").getBytes(UTF_8)).build());
        all.put(
                "trial push",
                post(feed, PUSH + "?dryRun=true", NDJSON, large().getBytes(UTF_8)).build());
        byte[] roster = teacher.csv().replace("S-1,", school + ",").getBytes(UTF_8);
        all.put("roster", post(operator, "/api/v1/roster", "text/csv", roster).build());
        all.put(
                "trial roster",
                post(operator, "/api/v1/roster?dryRun=true", "text/csv", roster).build());
        all.put("claim", json(ofSchool, "/api/v1/recognitions", claim()));
        all.put("exemption", json(registrar, of + "/exemptions", exemption()));
        all.put("reservation", json(registrar, of + "/reservations", reservation()));
        all.put(
                "key",
                json(operator, "/api/v1/keys", "{\"role\":\"OPERATOR\",\"label\":\"outage\"}"));
        all.put("pause", json(operator, "/api/v1/feeds/national-platform/pause", "{}"));
        all.put("teacher", get(registrar, of + "/statement?cycle=2022"));
        all.put("receipt", get(feed, "/api/v1/deliveries/1"));
        all.put("reconciliation", get(operator, "/api/v1/reconciliation"));
        all.put("proof", get(operator, "/api/v1/ledger/proof"));
        all.put("readiness", get(operator, "/health"));
        return all;
    }

    private HttpRequest keyed(byte[] body, @Nullable String encoding) {
        HttpRequest.Builder keyed =
                post(feed, PUSH, NDJSON, body)
                        .header("Idempotency-Key", UUID.randomUUID().toString());
        return (encoding == null ? keyed : keyed.header("Content-Encoding", encoding)).build();
    }

    private HttpRequest chunked(byte[] body) {
        return to(feed, PUSH)
                .header("Content-Type", NDJSON)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
    }

    private static HttpRequest json(String key, String path, String body) {
        return post(key, path, JSON, body.getBytes(UTF_8)).build();
    }

    private static HttpRequest.Builder post(String key, String path, String type, byte[] body) {
        return to(key, path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
    }

    private static HttpRequest get(String key, String path) {
        return to(key, path).build();
    }

    private static HttpRequest.Builder to(String key, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + key);
    }

    private String record() {
        return Answers.record(teacher.teacherNo(), "outage-" + UUID.randomUUID(), 1);
    }

    /// More than is kept in memory: blanks are no records.
    private String large() {
        return record() + "\n".repeat(2 * BodyBuffer.IN_MEMORY_BYTES_MAX);
    }

    private String claim() {
        return """
        {"category":"PAPER","title":"作业设计 %s","level":"PROVINCE","rank":"PROVINCE",
         "completedOn":"2023-05-01","participants":[{"teacherNo":"%s"}],
         "evidence":[{"kind":"FILE","reference":"期刊","title":"封面","sha256":"%s"}]}
        """
                .formatted(UUID.randomUUID(), teacher.teacherNo(), "0a".repeat(32));
    }

    private static String exemption() {
        return "{\"kind\":\"MATERNITY\",\"schoolYear\":2025,\"evidence\":\"产假\"}";
    }

    private static String reservation() {
        return "{\"cycle\":2022,\"credits\":\"99.00\",\"purpose\":\"TITLE\"}";
    }

    @Override
    public void close() {
        client.close();
    }
}
