package io.credithub.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.app.command.pipe.PipeOutput;
import io.credithub.app.start.HubEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// How a command asks a running hub: where it is, and with whose key.
@SuppressWarnings("NullAway.Init") // filled in by picocli
final class HubOptions {
    private static final int WRONG_CALL = 2;
    private static final int BAD_REQUEST = 400;
    private static final int HTTP_PORT = 8080;

    @Option(
            names = "--hub",
            paramLabel = "URL",
            description =
                    "Where the hub answers (default: http://localhost:8080, or the port that"
                            + " HUB_HTTP_PORT names).")
    @Nullable URI hub;

    @Option(
            names = "--operator-key",
            paramLabel = "FILE",
            description = "A file with another operator's key (default: HUB_HOME/operator.key).")
    @Nullable Path keyFile;

    /// The same call, with what another says where this one is silent.
    HubOptions or(HubOptions other) {
        HubOptions both = new HubOptions();
        both.hub = hub == null ? other.hub : hub;
        both.keyFile = keyFile == null ? other.keyFile : keyFile;
        return both;
    }

    /// @return null if there was no answer; why was printed
    HubClient.@Nullable HubResponse ask(
            CommandSpec spec, String method, String path, @Nullable String body)
            throws InterruptedException {
        return ask(spec, client -> client.ask(method, path, body));
    }

    /// Sends a file.
    ///
    /// @return null if there was no answer; why was printed
    HubClient.@Nullable HubResponse send(CommandSpec spec, String path, String type, byte[] body)
            throws InterruptedException {
        return ask(spec, client -> client.send(path, type, body));
    }

    /// Takes a file.
    ///
    /// @return null if there was no answer; why was printed
    HubClient.@Nullable HubResponse take(CommandSpec spec, String path, HubClient.FileTaker out)
            throws InterruptedException {
        return ask(spec, client -> client.take(path, out));
    }

    /// One call.
    private interface HubCall {
        HubClient.HubResponse of(HubClient client) throws IOException, InterruptedException;
    }

    private HubClient.@Nullable HubResponse ask(CommandSpec spec, HubCall call)
            throws InterruptedException {
        HubEnvironment around = HubEnvironment.ofThisProcess();
        URI address = hub == null ? here(around) : hub;
        if (!HubClient.keepsSecrets(address)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--hub must be https, or http on this machine: the call carries a key");
        }
        Path file = keyFile == null ? around.home().resolve("operator.key") : keyFile;
        try {
            String key = HubClient.keyIn(file);
            return call.of(new HubClient(address, key));
        } catch (IOException failure) {
            if (PipeOutput.isClosed(failure)) throw new UncheckedIOException(failure);
            spec.commandLine().getErr().println(failure.getMessage());
            return null;
        }
    }

    private static URI here(HubEnvironment around) {
        return URI.create("http://localhost:" + around.number("HUB_HTTP_PORT", HTTP_PORT));
    }

    /// Says in one line why it was not done.
    ///
    /// @param answer null if there was none
    /// @param sent what was asked for: a wrong value of it is named
    /// @return the exit status
    int refused(
            CommandSpec spec, HubClient.@Nullable HubResponse answer, @Nullable ObjectNode sent) {
        if (answer == null) return 1;
        JsonNode body = answer.body();
        PrintWriter err = spec.commandLine().getErr();
        // of a part, by the name that the option has
        String parameter = body.path("parameter").asText().replaceFirst("^schedule[.]", "");
        String given = sent == null ? "" : sent.path(parameter).asText();
        String what = parameter.isEmpty() ? "" : " (--" + parameter + " " + given + ")";
        String code = body.path("code").asText("HTTP " + answer.status());
        String remedy = body.path("detail").asText();
        String then = remedy.isEmpty() ? "" : "。" + remedy;
        err.println(code + ": " + body.path("title").asText() + what + then);
        return answer.status() == BAD_REQUEST ? WRONG_CALL : 1;
    }
}
