package io.credithub.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
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
    private static final int WRONG_CALL = 2;
    private static final int BAD_REQUEST = 400;

    @Spec CommandSpec spec;

    @Option(
            names = "--hub",
            defaultValue = "http://localhost:8080",
            description = "Where the hub answers (default: ${DEFAULT-VALUE}).")
    URI hub;

    @Option(names = "--operator-key", description = "A file with another operator's key.")
    @Nullable Path keyFile;

    @Command(name = "issue", description = "Makes a key; its text is shown this once.")
    int issue(@Mixin KeyWish asked) throws InterruptedException {
        ObjectNode wish = asked.body(spec.commandLine());
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

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /// @return null if there was no answer; why was printed
    private HubClient.@Nullable Answer ask(String method, String path, @Nullable String body)
            throws InterruptedException {
        if (!HubClient.keepsSecrets(hub)) {
            throw wrong("--hub must be https, or http on this machine: the call carries a key");
        }
        Path home = Surroundings.ofThisProcess().home();
        Path file = keyFile == null ? home.resolve("operator.key") : keyFile;
        try {
            String key = HubClient.keyIn(file);
            return new HubClient(hub, key).ask(method, path, body);
        } catch (IOException failure) {
            spec.commandLine().getErr().println(failure.getMessage());
            return null;
        }
    }

    /// Prints the answer, or in one line why not.
    ///
    /// @param wish what the caller asked for: a wrong value of it is named
    private int tell(HubClient.@Nullable Answer answer, @Nullable ObjectNode wish) {
        if (answer == null) return 1;
        PrintWriter out = spec.commandLine().getOut();
        JsonNode body = answer.body();
        if (answer.isDone()) {
            if (body.isArray()) body.forEach(out::println);
            else if (!body.isMissingNode()) out.println(body);
            return 0;
        }
        PrintWriter err = spec.commandLine().getErr();
        String parameter = body.path("parameter").asText();
        String given = wish == null ? "" : wish.path(parameter).asText();
        String what = parameter.isEmpty() ? "" : " (--" + parameter + " " + given + ")";
        String code = body.path("code").asText("HTTP " + answer.status());
        err.println(code + ": " + body.path("title").asText() + what);
        return answer.status() == BAD_REQUEST ? WRONG_CALL : 1;
    }
}
