package io.credithub.torture.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Pushes batches and keeps the answers: an acknowledgement is in the journal before it counts, and
/// what has none is kept for another try.
public final class Pusher implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int TAKEN = 202;
    private static final Set<Integer> LATER = Set.of(429, 503);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();
    private final String key;
    private final AckJournal journal;
    private final Queue<Batch> unanswered = new ConcurrentLinkedQueue<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Map<Integer, AtomicLong> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> surprises = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<URI> hubs;

    /// @param key of the feed that is pushed to
    public Pusher(URI hub, String key, AckJournal journal) {
        this.hubs = List.of(hub);
        this.key = key;
        this.journal = journal;
    }

    /// Where to push to, in turn.
    public void hubs(List<URI> addresses) {
        hubs = List.copyOf(addresses);
    }

    /// @return whether it is acknowledged now; else it is kept for another try
    public boolean push(Batch batch) throws InterruptedException, IOException {
        try {
            HttpResponse<String> answer = http.send(request(batch), BodyHandlers.ofString());
            answers.computeIfAbsent(answer.statusCode(), _ -> new AtomicLong()).incrementAndGet();
            if (answer.statusCode() == TAKEN) {
                note(batch);
                return true;
            }
            if (!LATER.contains(answer.statusCode())) surprise(answer);
        } catch (IOException noAnswer) {
            answers.computeIfAbsent(0, _ -> new AtomicLong()).incrementAndGet();
        } catch (InterruptedException over) {
            unanswered.add(batch);
            throw over;
        }
        unanswered.add(batch);
        return false;
    }

    /// Sends what nobody needs an answer to.
    public void fire(Batch batch) throws InterruptedException {
        try {
            http.send(request(batch), BodyHandlers.discarding());
        } catch (IOException asGoodAsAny) {
            // a body without a record may be refused in any way
        }
    }

    private void note(Batch batch) throws IOException {
        Ack ack = batch.ack();
        if (answered.add(ack.sha256())) journal.append(ack);
    }

    private void surprise(HttpResponse<String> answer) {
        String body = answer.body().replaceAll("\\s+", " ");
        String code = body.replaceAll(".*(HUB-[0-9]{4}).*", "$1");
        String what = answer.statusCode() + (code.startsWith("HUB-") ? " " + code : "");
        surprises.computeIfAbsent(what, _ -> new AtomicLong()).incrementAndGet();
    }

    private HttpRequest request(Batch batch) {
        List<URI> known = hubs;
        URI hub = known.get(Math.floorMod(turn.getAndIncrement(), known.size()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(hub + "/api/v1/feeds/" + batch.feed() + "/deliveries"))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", batch.contentType())
                        .header("X-Declared-Records", Integer.toString(batch.records().size()))
                        .POST(BodyPublishers.ofByteArray(batch.body()));
        if (batch.key() != null) request.header("Idempotency-Key", batch.key());
        if (batch.isPacked()) request.header("Content-Encoding", "gzip");
        return request.build();
    }

    /// The next that has no acknowledgement yet; null if there is none.
    @Nullable Batch unanswered() {
        return unanswered.poll();
    }

    /// What is still without one.
    public List<Ack> allUnanswered() {
        return unanswered.stream()
                .map(Batch::ack)
                .filter(ack -> !answered.contains(ack.sha256()))
                .toList();
    }

    /// How often each status was the answer; 0 for none at all.
    public Map<Integer, AtomicLong> answers() {
        return answers;
    }

    /// Answers that good data should never get: neither taken, nor *later*.
    public Map<String, AtomicLong> surprises() {
        return surprises;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
