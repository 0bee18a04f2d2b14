package io.credithub.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Judges again what was rejected, at a running hub, and waits for the outcome.
@Command(
        name = "replay",
        description = {
            "Reads deliveries again by today's mapping, code tables and rules, and takes only what"
                    + " was rejected or waits.",
            "One delivery with --delivery N, or all of a feed with --feed F, those rejected by one"
                    + " code with --code HUB-1008.",
            "Doing it twice is harmless.",
            "Status 0: done; 1: the hub cannot be asked or refuses; 2: the call is wrong."
        })
@SuppressWarnings("NullAway.Init") // filled in by picocli
public final class ReplayCommand implements Callable<Integer> {
    private static final String DELIVERIES = "/api/v1/deliveries/";
    private static final int POLL_MILLIS = 500;

    @Spec CommandSpec spec;
    @Mixin HubOptions hub;

    @ArgGroup(multiplicity = "1")
    ReplayOptions wanted;

    /// Either of the two.
    static final class ReplayOptions {
        @Option(names = "--delivery", description = "The number of one delivery.")
        @Nullable Long delivery;

        @ArgGroup(exclusive = false)
        @Nullable ManyDeliveries many;
    }

    /// Whatever is rejected of a feed.
    static final class ManyDeliveries {
        @Option(names = "--feed", required = true, description = "All deliveries of this feed.")
        String feed = "";

        @Option(names = "--code", description = "Only those rejected by this code: HUB-1008.")
        @Nullable String code;
    }

    @Option(names = "--reason", description = "Why: it stands with the replay.")
    @Nullable String reason;

    @Option(
            names = "--dry-run",
            description = "Only tells how many records would be judged again; with --delivery.")
    boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
        Long delivery = wanted.delivery;
        return delivery == null ? many() : one(delivery);
    }

    private int one(long delivery) throws InterruptedException {
        String path = DELIVERIES + delivery + "/replay?dryRun=" + dryRun + query("reason", reason);
        HubClient.HubResponse answer = hub.ask(spec, "POST", path, null);
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
        JsonNode body = answer.body();
        println(
                "批次 delivery %d: %s %s (%d)"
                        .formatted(
                                body.path("original").asLong(),
                                body.path("text").path("zh").asText(),
                                body.path("text").path("en").asText(),
                                body.path("records").asLong()));
        return body.has("delivery") ? followed(List.of(body.path("delivery").asLong())) : 0;
    }

    private int many() throws InterruptedException {
        ManyDeliveries many = wanted.many;
        if (many == null || dryRun) {
            spec.commandLine().getErr().println("--dry-run 与 --delivery 同用。goes with --delivery");
            return 2;
        }
        long after = 0;
        boolean isMore = true;
        while (isMore) {
            String path = DELIVERIES + "replay?after=" + after + query("feed", many.feed);
            path += query("code", many.code) + query("reason", reason);
            HubClient.HubResponse answer = hub.ask(spec, "POST", path, null);
            if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
            List<Long> replays = new ArrayList<>();
            for (JsonNode one : answer.body().path("replays")) {
                replays.add(one.path("delivery").asLong());
                after = Math.max(after, one.path("original").asLong());
            }
            int status = followed(replays);
            if (status != 0) return status;
            isMore = answer.body().path("more").asBoolean() && !replays.isEmpty();
        }
        return 0;
    }

    private static String query(String name, @Nullable String value) {
        if (value == null) return "";
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// Waits until each is finished, and says what came of it.
    private int followed(List<Long> replays) throws InterruptedException {
        for (long replay : replays) {
            HubClient.HubResponse answer = hub.ask(spec, "GET", DELIVERIES + replay, null);
            while (answer != null
                    && answer.isDone()
                    && !answer.body().path("records").path("settled").asBoolean()) {
                Thread.sleep(POLL_MILLIS);
                answer = hub.ask(spec, "GET", DELIVERIES + replay, null);
            }
            if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
            println(told(answer.body()));
        }
        if (replays.isEmpty()) println("没有可重放的记录。nothing is rejected there");
        return 0;
    }

    private static String told(JsonNode replay) {
        JsonNode records = replay.path("records");
        return "重放 replay %d ← %d: 接受 accepted %d, 仍被拒 rejected %d, 重复 duplicate %d, 待匹配 waiting %d"
                .formatted(
                        replay.path("delivery").asLong(),
                        replay.path("replay").path("original").asLong(),
                        records.path("accepted").asLong(),
                        records.path("rejected").asLong(),
                        records.path("duplicate").asLong(),
                        records.path("waiting").asLong());
    }

    private void println(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
