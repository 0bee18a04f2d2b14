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

/// Change of rules, or of what records are matched by, at a running hub: first what would change,
/// then the decision.
@Command(
        name = "recompute",
        description = {
            "Tells who would gain or lose what by changed policy files, or by a changed "
                    + "matching file and what feeds may report, and puts them in force.",
            "With --policy P --dry-run it tells by county what would change if the "
                    + "policy files as they are now came into force, and changes nothing; with "
                    + "--matching M --dry-run the same of a matching file and of what the files "
                    + "of feeds now say. Then --apply ID --reason R puts them in force: from "
                    + "then on they judge or match, and the differences are posted with the "
                    + "reason.",
            "Status 0: done; 1: the hub cannot be asked, refuses or stopped; 2: the "
                    + "call is wrong."
        })
@SuppressWarnings("NullAway.Init") // filled in by picocli
public final class RecomputeCommand implements Callable<Integer> {
    private static final String RECOMPUTATIONS = "/api/v1/recomputations";
    private static final String MATCHINGS = "/api/v1/reconciliation/matchings";
    private static final int POLL_MILLIS = 500;

    @Spec CommandSpec spec;
    @Mixin HubOptions hub;

    @ArgGroup(multiplicity = "1")
    RecomputeOptions wanted;

    /// One of them.
    static final class RecomputeOptions {
        @ArgGroup(exclusive = false)
        @Nullable Telling telling;

        @ArgGroup(exclusive = false)
        @Nullable Applying applying;
    }

    /// By what it would change.
    static final class TellingBy {
        @Option(names = "--policy", description = "The id of a file under mappings/policies.")
        @Nullable String policy;

        @Option(
                names = "--matching",
                description = "The id of a file under mappings/reconciliation.")
        @Nullable String matching;
    }

    /// What would change.
    static final class Telling {
        @ArgGroup(multiplicity = "1")
        TellingBy by;

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
        if (telling != null && telling.by.matching != null) {
            sent.put("file", telling.by.matching);
            path = MATCHINGS + "?dryRun=true";
        } else if (telling != null) {
            sent.put("policy", telling.by.policy);
        } else if (applying != null) {
            sent.put("reason", applying.reason);
            path += "/" + applying.id + "/apply";
        } else {
            throw new ParameterException(
                    spec.commandLine(), "--policy, --matching or --apply is missing");
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
