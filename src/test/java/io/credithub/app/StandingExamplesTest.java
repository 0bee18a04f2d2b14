package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.credithub.app.command.pipe.StandingCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// Every worked case of a standing as a pipeline sees it: its question into `hub standing`, and the
/// figures that it expects among those of the answer.
final class StandingExamplesTest {
    private static final Path POLICIES = Path.of("mappings", "policies");
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What a case calls a figure, and what the answer does.
    private static final Map<String, String> NAMES = Map.of("counted", "recognised");

    static Stream<String> policies() throws IOException {
        try (Stream<Path> files = Files.list(POLICIES)) {
            return files
                    .filter(Files::isDirectory)
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .toList()
                    .stream()
                    .sorted();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyCaseLeadsToItsFigures(String policy) throws IOException {
        for (JsonNode one : cases(policy)) {
            ObjectNode question = one.deepCopy();
            question.remove(List.of("name", "standing"));
            JsonNode answer =
                    moves(one)
                            ? asked(question, "--by-place")
                            : asked(question, "--policy", policy);
            compare(one.path("name").asText(), one.path("standing"), answer);
        }
    }

    @Test
    void theyAreManyAndInSomeTheTeacherMoves() throws IOException {
        int cases = 0;
        int moving = 0;
        for (String policy : policies().toList()) {
            for (JsonNode one : cases(policy)) {
                cases++;
                if (moves(one)) moving++;
            }
        }
        assertThat(cases).isGreaterThan(80);
        assertThat(moving).isGreaterThan(2);
    }

    private static JsonNode cases(String policy) throws IOException {
        Path file = POLICIES.resolve(policy).resolve("examples/standing.yaml");
        return new YAMLMapper().readTree(Files.readString(file));
    }

    private static boolean moves(JsonNode one) {
        return !one.at("/teacher/divisions").isEmpty();
    }

    private static void compare(String name, JsonNode expected, JsonNode answer) {
        for (Map.Entry<String, JsonNode> figure : expected.properties()) {
            switch (figure.getKey()) {
                case "lines" -> {
                    for (Map.Entry<String, JsonNode> line : figure.getValue().properties()) {
                        JsonNode found = among(answer.path("requirements"), "key", line.getKey());
                        figures(name + " " + line.getKey(), line.getValue(), found);
                    }
                }
                case "years" -> {
                    for (Map.Entry<String, JsonNode> year : figure.getValue().properties()) {
                        JsonNode found = among(answer.path("years"), "schoolYear", year.getKey());
                        figures(name + " " + year.getKey(), year.getValue(), found);
                    }
                }
                case "cut" ->
                        assertThat(answer.at("/requirements/0/cut"))
                                .as(name)
                                .isEqualTo(figure.getValue());
                case "probation" -> {
                    for (Map.Entry<String, JsonNode> one : figure.getValue().properties()) {
                        JsonNode found = answer.path("probation").path(one.getKey());
                        assertThat(found.has("there") ? found.path("there") : found)
                                .as(name + " " + one.getKey())
                                .isEqualTo(one.getValue());
                    }
                }
                case "openLoans" ->
                        assertThat(answer.path("openLoans").size())
                                .as(name)
                                .isEqualTo(figure.getValue().asInt());
                default ->
                        assertThat(answer.path(figure.getKey()))
                                .as(name)
                                .isEqualTo(figure.getValue());
            }
        }
    }

    private static void figures(String where, JsonNode expected, JsonNode found) {
        for (Map.Entry<String, JsonNode> figure : expected.properties()) {
            String named = NAMES.getOrDefault(figure.getKey(), figure.getKey());
            // What counts of a theme without caps of its own is what is earned in it.
            String field = named.equals("recognised") && !found.has(named) ? "earned" : named;
            assertThat(found.path(field)).as(where + " " + field).isEqualTo(figure.getValue());
        }
    }

    private static JsonNode among(JsonNode list, String key, String value) {
        for (JsonNode one : list) if (one.path(key).asText().equals(value)) return one;
        throw new AssertionError(value + " is not in " + list);
    }

    private static JsonNode asked(JsonNode question, String... options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] line = (question + "\n").getBytes(StandardCharsets.UTF_8);
        StandingCommand command = new StandingCommand(new ByteArrayInputStream(line), out);
        new CommandLine(command).execute(options);
        return JSON.readTree(out.toString(StandardCharsets.UTF_8));
    }
}
