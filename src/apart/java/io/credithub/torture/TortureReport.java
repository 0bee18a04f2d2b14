package io.credithub.torture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.torture.count.Count;
import io.credithub.torture.count.Silence;
import io.credithub.torture.count.Silence.Span;
import io.credithub.torture.fault.FaultPlan.Planned;
import io.credithub.torture.load.Pusher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The figures of a run.
public final class TortureReport {
    /// The longest that a hub may call itself ready while it acknowledges nothing.
    static final long LIE_MILLIS = 30_000;

    private static final int EXAMPLES_MAX = 20;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode root = JSON.createObjectNode();
    private final ObjectNode faults = JSON.createObjectNode();
    private final List<String> hands = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int injected;
    private int skipped;
    private boolean isCounted;
    private long lost;
    private long doubled;

    TortureReport(TortureSettings settings) {
        root.put("seed", settings.seed());
        root.put("minutes", settings.length().toMillis() / 60_000.0);
    }

    /// @param why it was not done; null if it was
    synchronized void fault(Planned planned, @Nullable String why) {
        ObjectNode kind = faults.withObject("/" + planned.kind().title());
        kind.put("injected", kind.path("injected").asInt() + (why == null ? 1 : 0));
        if (why == null) {
            injected++;
            return;
        }
        skipped++;
        kind.put("skipped", kind.path("skipped").asInt() + 1);
        kind.put("reason", why);
    }

    /// Somebody had to help.
    synchronized void hand(String why) {
        hands.add(why);
    }

    /// The hub did what it must not do.
    synchronized void wrong(String what) {
        wrong.add(what);
    }

    synchronized void count(long acknowledged, Count count) {
        isCounted = true;
        lost = count.lost().size();
        doubled = count.doubled().size();
        wrong.addAll(count.wrong());
        root.put("acknowledged", acknowledged);
        root.put("lost", lost);
        root.put("doubled", doubled);
        list("lostExamples", count.lost());
        list("doubledExamples", count.doubled());
    }

    /// @param end in milliseconds since the load began, like all times of it
    synchronized void silence(Silence silence, long end) {
        span(root.withObject("/longestSilence"), silence.longestOutside(end));
        span(root.withObject("/longestSilenceInAll"), silence.longest(end));
        List<Span> lies = silence.lies(end, LIE_MILLIS);
        root.put("healthLies", lies.size());
        lies.forEach(lie -> span(root.withArray("healthLiesAt").addObject(), lie));
    }

    private static void span(ObjectNode node, Span span) {
        node.put("seconds", span.millis() / 1_000.0).put("atSecond", span.from() / 1_000.0);
    }

    synchronized void answers(Pusher pusher) {
        ObjectNode answers = root.withObject("/answers");
        new TreeMap<>(pusher.answers())
                .forEach((status, count) ->
                        answers.put(status == 0 ? "none" : "" + status, count.get()));
        ObjectNode surprises = root.withObject("/surprises");
        new TreeMap<>(pusher.surprises())
                .forEach((what, count) -> surprises.put(what, count.get()));
    }

    synchronized void put(String name, long figure) {
        root.put(name, figure);
    }

    private void list(String name, Collection<String> all) {
        all.stream().limit(EXAMPLES_MAX).forEach(root.withArray(name)::add);
    }

    /// Whether nothing was lost or doubled, all that was told adds up, and nobody lent a hand.
    public synchronized boolean isGood() {
        return isCounted && lost == 0 && doubled == 0 && hands.isEmpty() && wrong.isEmpty();
    }

    /// All of it, for a program to read.
    public synchronized String json() throws JsonProcessingException {
        root.put("faults", injected);
        root.put("faultsSkipped", skipped);
        root.put("kinds", faults.properties().stream().filter(TortureReport::wasDone).count());
        root.set("faultsByKind", faults);
        root.remove(List.of("neededAHand", "wrong"));
        root.put("byHand", hands.size());
        list("neededAHand", hands);
        list("wrong", wrong);
        root.put("good", isGood());
        return JSON.writeValueAsString(root);
    }

    private static boolean wasDone(Map.Entry<String, JsonNode> kind) {
        return kind.getValue().path("injected").asInt() > 0;
    }

    /// In one line, for a person.
    synchronized String summary() {
        return "%d faults, %d skipped, lost %d, doubled %d, by hand %d, wrong %d"
                .formatted(injected, skipped, lost, doubled, hands.size(), wrong.size());
    }

    synchronized int injected() {
        return injected;
    }
}
