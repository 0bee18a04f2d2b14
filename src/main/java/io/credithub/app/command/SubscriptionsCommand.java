package io.credithub.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.app.command.PrintedList.ListFormat;
import io.credithub.app.command.SubscriptionOptions.SendOptions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Reports that go out by themselves, at a running hub: which there are, to have one sent, and what
/// became of each.
@Command(
        name = "subscriptions",
        description = {
            "Lists reports that go out by themselves, at a running hub; subscribes to one, pauses,"
                + " changes or removes it, sends it now, and tells what became of each delivery.",
            "Status: 0: done, and of send and retry: it was sent; 1: it was not, the hub cannot be"
                    + " asked, or it refuses; 2: the call is wrong."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hub subscriptions targets",
            "  ./hub subscriptions add statement --scope 140105 --format xlsx --every monthly"
                    + " --day 31 --time 07:30 --target city-sftp",
            "  ./hub subscriptions send 3",
            "  ./hub subscriptions deliveries --dead",
            "  ./hub subscriptions retry 17",
            "  ./hub subscriptions list --output csv"
        })
@SuppressWarnings("NullAway.Init") // filled in by picocli
public final class SubscriptionsCommand implements Callable<Integer> {
    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
    private static final String DELIVERIES = "/api/v1/report-deliveries";
    private static final int POLL_MILLIS = 500;

    @Spec CommandSpec spec;
    @Mixin HubOptions hub;
    @Mixin PrintOptions how;

    /// How it is printed.
    static final class PrintOptions {
        @Option(
                names = "--output",
                paramLabel = "O",
                description = "How it is printed: table, csv or json (default: table).")
        @Nullable ListFormat output;

        ListFormat or(PrintOptions other) {
            if (output != null) return output;
            return other.output == null ? ListFormat.table : other.output;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        return list(hub, how);
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the subscriptions that the key may know of.")
    int list(@Mixin HubOptions call, @Mixin PrintOptions print) throws InterruptedException {
        return pages(call, SUBSCRIPTIONS, "", SubscriptionColumns.SUBSCRIPTIONS, print.or(how));
    }

    @Command(
            name = "targets",
            mixinStandardHelpOptions = true,
            description = "Lists where the key may have reports sent.")
    int targets(@Mixin HubOptions call, @Mixin PrintOptions print) throws InterruptedException {
        HubClient.HubResponse answer = ask(call, "GET", SUBSCRIPTIONS + "/targets", null);
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
        List<JsonNode> all = new ArrayList<>();
        answer.body().forEach(all::add);
        SubscriptionColumns.TARGETS.print(out(), print.or(how), all, false);
        return 0;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Subscribes to a report.")
    int add(@Mixin HubOptions call, @Mixin PrintOptions print, @Mixin SubscriptionOptions wanted)
            throws InterruptedException {
        ObjectNode body = wanted.body();
        return one(call, "POST", SUBSCRIPTIONS, body, print);
    }

    @Command(
            name = "change",
            mixinStandardHelpOptions = true,
            description = "Changes when a subscription goes out, where to, or its recipients.")
    int change(
            @Mixin HubOptions call,
            @Mixin PrintOptions print,
            @Parameters(paramLabel = "ID", description = "The subscription's number.") int id,
            @Mixin SendOptions wanted)
            throws InterruptedException {
        ObjectNode body = new ObjectMapper().createObjectNode();
        wanted.into(body);
        return changed(call, print, id, body);
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Nothing of it goes out until it is resumed.")
    int pause(
            @Mixin HubOptions call,
            @Mixin PrintOptions print,
            @Parameters(paramLabel = "ID", description = "The subscription's number.") int id)
            throws InterruptedException {
        ObjectNode body = new ObjectMapper().createObjectNode().put("state", "PAUSED");
        return changed(call, print, id, body);
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "It goes out again, from its next time on.")
    int resume(
            @Mixin HubOptions call,
            @Mixin PrintOptions print,
            @Parameters(paramLabel = "ID", description = "The subscription's number.") int id)
            throws InterruptedException {
        ObjectNode body = new ObjectMapper().createObjectNode().put("state", "ACTIVE");
        return changed(call, print, id, body);
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes it; what is not sent yet is not sent.")
    int remove(
            @Mixin HubOptions call,
            @Parameters(paramLabel = "ID", description = "The subscription's number.") int id)
            throws InterruptedException {
        HubClient.HubResponse answer = ask(call, "DELETE", SUBSCRIPTIONS + "/" + id, null);
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
        out().println("已删除 removed: " + id);
        out().flush();
        return 0;
    }

    @Command(
            name = "send",
            mixinStandardHelpOptions = true,
            description = "Sends one now, and waits until it is sent or fails.")
    int send(
            @Mixin HubOptions call,
            @Mixin PrintOptions print,
            @Parameters(paramLabel = "ID", description = "The subscription's number.") int id,
            @Option(names = "--no-wait", description = "Does not wait.") boolean isLeft)
            throws InterruptedException {
        return followed(call, SUBSCRIPTIONS + "/" + id + "/send", print, isLeft);
    }

    @Command(
            name = "deliveries",
            mixinStandardHelpOptions = true,
            description = "Lists deliveries with their receipts, the newest first.")
    int deliveries(
            @Mixin HubOptions call,
            @Mixin PrintOptions print,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "ID",
                            description = "Of one subscription (default: of all).")
                    @Nullable Integer id,
            @Option(names = "--dead", description = "Only those that were tried in vain.")
                    boolean isDead)
            throws InterruptedException {
        String path = id == null ? DELIVERIES : SUBSCRIPTIONS + "/" + id + "/deliveries";
        String query = isDead ? "&state=DEAD" : "";
        return pages(call, path, query, SubscriptionColumns.DELIVERIES, print.or(how));
    }

    @Command(
            name = "delivery",
            mixinStandardHelpOptions = true,
            description = "Tells one delivery, with its receipt.")
    int delivery(
            @Mixin HubOptions call,
            @Mixin PrintOptions print,
            @Parameters(paramLabel = "N", description = "The delivery's number.") int id)
            throws InterruptedException {
        HubClient.HubResponse answer = ask(call, "GET", DELIVERIES + "/" + id, null);
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
        told(answer.body(), print.or(how));
        return 0;
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description =
                    "Tries again what was tried in vain, and waits until it is sent or fails.")
    int retry(
            @Mixin HubOptions call,
            @Mixin PrintOptions print,
            @Parameters(paramLabel = "N", description = "The delivery's number.") int id,
            @Option(names = "--no-wait", description = "Does not wait.") boolean isLeft)
            throws InterruptedException {
        return followed(call, DELIVERIES + "/" + id + "/retry", print, isLeft);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /// @param call what stands behind the command; what stands before it counts where that is
    ///   silent
    private HubClient.@Nullable HubResponse ask(
            HubOptions call, String method, String path, @Nullable String body)
            throws InterruptedException {
        return call.or(hub).ask(spec, method, path, body);
    }

    private int pages(
            HubOptions call, String path, String query, PrintedList list, ListFormat format)
            throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        String next = null;
        do {
            String page = path + "?limit=100" + query + (next == null ? "" : "&cursor=" + next);
            HubClient.HubResponse answer = ask(call, "GET", page, null);
            if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
            answer.body().path("items").forEach(all::add);
            next = answer.body().path("next").textValue();
        } while (next != null && all.size() < format.most());
        list.print(out(), format, all, next != null);
        return 0;
    }

    private int one(
            HubOptions call, String method, String path, ObjectNode body, PrintOptions print)
            throws InterruptedException {
        HubClient.HubResponse answer = ask(call, method, path, body.toString());
        if (answer == null || !answer.isDone()) {
            return hub.refused(spec, answer, SubscriptionColumns.flat(body));
        }
        List<JsonNode> only = List.of(answer.body());
        SubscriptionColumns.SUBSCRIPTIONS.print(out(), print.or(how), only, false);
        return 0;
    }

    /// As it is now: somebody else's change meanwhile is told and not undone.
    private int changed(HubOptions call, PrintOptions print, int id, ObjectNode body)
            throws InterruptedException {
        String path = SUBSCRIPTIONS + "/" + id;
        HubClient.HubResponse seen = ask(call, "GET", path, null);
        if (seen == null || !seen.isDone()) return hub.refused(spec, seen, null);
        body.put("version", seen.body().path("version").asInt());
        return one(call, "PATCH", path, body, print);
    }

    private int followed(HubOptions call, String path, PrintOptions print, boolean isLeft)
            throws InterruptedException {
        HubClient.HubResponse answer = ask(call, "POST", path, null);
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
        String one = DELIVERIES + "/" + answer.body().path("id").asInt();
        while (!isLeft && isUnderWay(answer.body())) {
            Thread.sleep(POLL_MILLIS);
            answer = ask(call, "GET", one, null);
            if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
        }
        told(answer.body(), print.or(how));
        return isLeft || answer.body().path("state").asText().equals("SENT") ? 0 : 1;
    }

    /// One that failed may be tried for days: what stopped it is told at once.
    private static boolean isUnderWay(JsonNode delivery) {
        return !delivery.path("finishedAt").isTextual() && delivery.path("attempts").asInt() == 0;
    }

    private void told(JsonNode delivery, ListFormat format) {
        if (format == ListFormat.table) SubscriptionColumns.DELIVERIES.tell(out(), delivery);
        else SubscriptionColumns.DELIVERIES.print(out(), format, List.of(delivery), false);
    }
}
