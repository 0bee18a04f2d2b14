package io.credithub.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Gives keys out and takes them back, by asking the running hub with the operator's key.
@Command(
        name = "key",
        description = {
            "Gives an API key out or takes one back, at a running hub.",
            "The operator's key is read from HUB_HOME/operator.key."
        })
@SuppressWarnings("NullAway.Init") // filled in by picocli
final class KeyCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Spec CommandSpec spec;

    @Option(
            names = "--hub",
            defaultValue = "http://localhost:8080",
            description = "Where the hub answers (default: ${DEFAULT-VALUE}).")
    URI hub;

    @Option(names = "--operator-key", description = "A file with another operator's key.")
    @Nullable Path keyFile;

    @Command(name = "issue", description = "Makes a key; its text is shown this once.")
    int issue(
            @Option(names = "--role", required = true, description = "feed, reader or operator.")
                    String role,
            @Option(names = "--feed", description = "For the role feed: its code.")
                    @Nullable String feed,
            @Option(names = "--division", description = "For the role reader: six digits.")
                    @Nullable String division,
            @Option(names = "--label", required = true, description = "Who holds it.") String label)
            throws IOException, InterruptedException {
        ObjectNode wish = new ObjectMapper().createObjectNode();
        wish.put("role", role.toUpperCase(Locale.ROOT)).put("label", label);
        if (feed != null) wish.put("feed", feed);
        if (division != null) wish.put("division", division);
        return send(
                request("/api/v1/keys")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(wish.toString())));
    }

    @Command(name = "revoke", description = "Takes a key back.")
    int revoke(@Parameters(paramLabel = "ID", description = "The key's id.") String id)
            throws IOException, InterruptedException {
        if (!id.matches("[0-9a-f]{12}")) throw new IOException("an id has 12 hex digits");
        return send(request("/api/v1/keys/" + id).DELETE());
    }

    private HttpRequest.Builder request(String path) throws IOException {
        Path home = Surroundings.ofThisProcess().home();
        Path file = keyFile == null ? home.resolve("operator.key") : keyFile;
        return HttpRequest.newBuilder(hub.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Files.readString(file).strip());
    }

    /// @return 0 if it was done
    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            boolean isDone = answer.statusCode() / 100 == 2;
            PrintWriter to = isDone ? spec.commandLine().getOut() : spec.commandLine().getErr();
            if (!answer.body().isEmpty()) to.println(answer.body());
            return isDone ? 0 : 1;
        }
    }
}
