package io.credithub.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.flow.Role;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Gives keys out, lists them and takes them back, by asking the running hub with the operator's
/// key. Only the answer to `issue` holds a key: the hub itself does not know it afterwards.
@Command(
        name = "key",
        description = {
            "Gives an API key out, lists the keys or takes one back, at a running hub.",
            "The operator's key is read from HUB_HOME/operator.key.",
            "Status 0: done; 1: the hub cannot be asked or refuses; 2: the call is wrong."
        })
@SuppressWarnings("NullAway.Init") // filled in by picocli
final class KeyCommand {
    private static final String KEYS = "/api/v1/keys";

    @Spec CommandSpec spec;

    @Mixin HubCall hub;

    @Command(name = "issue", description = "Makes a key; its text is shown this once.")
    int issue(
            @Option(names = "--role", required = true, description = "feed, reader or operator.")
                    String role,
            @Option(names = "--feed", description = "For the role feed: its code.")
                    @Nullable String feed,
            @Option(names = "--division", description = "For the role reader: six digits.")
                    @Nullable String division,
            @Option(names = "--label", required = true, description = "Who holds it.") String label)
            throws InterruptedException {
        String wanted = role.toUpperCase(Locale.ROOT);
        switch (wanted) {
            case Role.FEED, Role.READER, Role.OPERATOR -> {
                goesWith(wanted, Role.FEED, "--feed", feed);
                goesWith(wanted, Role.READER, "--division", division);
            }
            default -> throw wrong("--role must be feed, reader or operator, not " + role);
        }
        ObjectNode wish = new ObjectMapper().createObjectNode();
        wish.put("role", wanted).put("label", label);
        if (feed != null) wish.put("feed", feed);
        if (division != null) wish.put("division", division);
        return tell(ask("POST", KEYS, wish.toString()), wish);
    }

    @Command(name = "list", description = "Lists the keys, one a line, without their secrets.")
    int list() throws InterruptedException {
        return tell(ask("GET", KEYS, null), null);
    }

    @Command(name = "revoke", description = "Takes a key back.")
    int revoke(@Parameters(paramLabel = "ID", description = "The key's id.") String id)
            throws InterruptedException {
        if (!id.matches("[0-9a-f]{12}")) throw wrong("ID must be 12 hex digits, as list shows it");
        return tell(ask("DELETE", KEYS + "/" + id, null), null);
    }

    private void goesWith(String role, String wanted, String option, @Nullable String value) {
        if (role.equals(wanted) == (value != null)) return;
        String goes = " goes with the role " + wanted.toLowerCase(Locale.ROOT);
        throw wrong(value == null ? option + " is missing: it" + goes : option + goes + " only");
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private HubClient.@Nullable Answer ask(String method, String path, @Nullable String body)
            throws InterruptedException {
        return hub.ask(spec, method, path, body);
    }

    /// Prints the answer, or in one line why not.
    ///
    /// @param wish what the caller asked for: a wrong value of it is named
    private int tell(HubClient.@Nullable Answer answer, @Nullable ObjectNode wish) {
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, wish);
        PrintWriter out = spec.commandLine().getOut();
        JsonNode body = answer.body();
        if (body.isArray()) body.forEach(out::println);
        else if (!body.isMissingNode()) out.println(body);
        return 0;
    }
}
