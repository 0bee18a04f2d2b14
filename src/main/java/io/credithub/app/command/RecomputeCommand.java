package io.credithub.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Change of rules, at a running hub: first what would change, then the decision.
@Command(
        name = "recompute",
        description = {
            "Tells who would gain or lose what by changed policy files, and puts them "
                    + "in force.",
            "With --policy P --dry-run it tells by county what would change if the "
                    + "policy files as they are now came into force, and changes nothing. Then "
                    + "--apply ID --reason R puts them in force: from then on they judge, and "
                    + "the differences are posted with the reason.",
            "Status 0: done; 1: the hub cannot be asked, refuses or stopped; 2: the "
                    + "call is wrong."
        })
@SuppressWarnings("NullAway.Init") // filled in by picocli
public final class RecomputeCommand implements Callable<Integer> {
    private static final String RECOMPUTATIONS = "/api/v1/recomputations";
    private static final int POLL_MILLIS = 500;

    @Spec CommandSpec spec;
    @Mixin HubOptions hub;

    @ArgGroup(multiplicity = "1")
    RecomputeOptions wanted;

    /// Either of the two.
    static final class RecomputeOptions {
        @ArgGroup(exclusive = false)
        @Nullable Telling telling;

        @ArgGroup(exclusive = false)
        @Nullable Applying applying;
    }

    /// What would change.
    static final class Telling {
        @Option(
                names = "--policy",
                required = true,
                description = "The id of a file under mappings/policies.")
        String policy = "";

        @Option(
                names = "--dry-run",
                required = true,
                description = "Tell only; the answer names the ID to apply.")
        boolean dryRun;
    }

    /// The decision.
    static final class Applying {
        @Option(names = "--apply", required = true, description = "The ID of a finished dry run.")
        int id;

        @Option(
                names = "--reason",
                required = true,
                description = "Why: it stands beside every entry that follows.")
        String reason = "";
    }

    @Option(names = "--json", description = "The answer as it comes, for machines.")
    boolean asJson;

    @Override
    public Integer call() throws InterruptedException {
        ObjectNode sent = new ObjectMapper().createObjectNode();
        Telling telling = wanted.telling;
        Applying applying = wanted.applying;
        String path = RECOMPUTATIONS;
        if (telling != null) {
            sent.put("policy", telling.policy);
        } else if (applying != null) {
            sent.put("reason", applying.reason);
            path += "/" + applying.id + "/apply";
        } else {
            throw new ParameterException(spec.commandLine(), "--policy or --apply is missing");
        }
        HubClient.HubResponse answer = hub.ask(spec, "POST", path, sent.toString());
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, sent);
        return followed(answer.body().path("id").asInt());
    }

    private int followed(int id) throws InterruptedException {
        Progress progress = new Progress(spec.commandLine().getErr(), "重新折算 recomputing");
        while (true) {
            HubClient.HubResponse answer = hub.ask(spec, "GET", RECOMPUTATIONS + "/" + id, null);
            if (answer == null || !answer.isDone()) return hub.refused(spec, answer, null);
            JsonNode body = answer.body();
            String state = body.path("state").asText();
            if (state.equals("TELLING") || state.equals("APPLYING")) {
                progress.show(body.path("done").asLong(), body.path("teachers").asLong());
                Thread.sleep(POLL_MILLIS);
                continue;
            }
            progress.end();
            PrintWriter out = spec.commandLine().getOut();
            if (asJson) out.println(body);
            else out.print(RecomputationText.of(body));
            out.flush();
            return state.equals("FAILED") ? 1 : 0;
        }
    }
}
