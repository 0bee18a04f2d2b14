package io.credithub.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.app.owner.KeyRecoverCommand;
import io.credithub.app.owner.KeyRotateIdCommand;
import io.credithub.app.owner.KeyRotateSignCommand;
import io.credithub.app.owner.KeyStrikeSignCommand;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Gives keys out, lists them and takes them back, by asking the running hub with the operator's
/// key. Only the answer to `issue` holds a key: the hub itself does not know it afterwards.
@Command(
        name = "key",
        subcommands = {
            KeyRecoverCommand.class,
            KeyRotateIdCommand.class,
            KeyRotateSignCommand.class,
            KeyStrikeSignCommand.class
        },
        description = {
            "Gives an API key out, lists the keys or takes one back, at a running " + "hub.",
            "The operator's key is read from HUB_HOME/operator.key.",
            "Status 0: done; 1: the hub cannot be asked or refuses; 2: the call is " + "wrong."
        })
@SuppressWarnings("NullAway.Init") // filled in by picocli
public final class KeyCommand {
    private static final String KEYS = "/api/v1/keys";

    @Spec CommandSpec spec;

    @Mixin HubOptions hub;

    @Command(
            name = "issue",
            mixinStandardHelpOptions = true,
            description = "Makes a key; its text is shown this once.")
    int issue(@Mixin HubOptions call, @Mixin KeyOptions asked) throws InterruptedException {
        ObjectNode sent = asked.body(spec.commandLine());
        return tell(ask(call, "POST", KEYS, sent.toString()), sent);
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the keys, one a line, without their secrets.")
    int list(@Mixin HubOptions call) throws InterruptedException {
        return tell(ask(call, "GET", KEYS, null), null);
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Takes a key back.")
    int revoke(
            @Mixin HubOptions call,
            @Parameters(paramLabel = "ID", description = "The key's id.") String id)
            throws InterruptedException {
        if (!id.matches("[0-9A-Fa-f]{12}")) {
            throw wrong("ID must be 12 hex digits, as list shows it");
        }
        return tell(ask(call, "DELETE", KEYS + "/" + id.toLowerCase(Locale.ROOT), null), null);
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /// @param call what stands behind the command; what stands before it counts where that is
    ///   silent
    private HubClient.@Nullable HubResponse ask(
            HubOptions call, String method, String path, @Nullable String body)
            throws InterruptedException {
        return call.or(hub).ask(spec, method, path, body);
    }

    /// Prints the answer, or in one line why not.
    ///
    /// @param sent what the caller asked for: a wrong value of it is named
    private int tell(HubClient.@Nullable HubResponse answer, @Nullable ObjectNode sent) {
        if (answer == null || !answer.isDone()) return hub.refused(spec, answer, sent);
        PrintWriter out = spec.commandLine().getOut();
        JsonNode body = answer.body();
        if (body.isArray()) body.forEach(out::println);
        else if (!body.isMissingNode()) out.println(body);
        return 0;
    }
}
