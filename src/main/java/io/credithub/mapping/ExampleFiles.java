package io.credithub.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Finding;
import io.credithub.flow.FeedDefinition;
import io.credithub.flow.FeedDefinition.Format.Syntax;
import io.credithub.flow.Mapped;
import io.credithub.flow.Problem;
import io.credithub.flow.RawRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs the worked examples of `mappings/<feed>/examples/*.yaml`. They are found, not listed.
public final class ExampleFiles {
    private static final ObjectReader READER =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .reader();

    private final Path mappings;
    private final FeedFiles feeds;

    public ExampleFiles(Path mappings, FeedFiles feeds) {
        this.mappings = mappings;
        this.feeds = feeds;
    }

    /// What became of one example; without a problem it holds.
    ///
    /// @param file relative to the project
    public record Outcome(String file, String what, List<Problem> problems) {}

    /// Every example of every feed that is loaded.
    public List<Outcome> run() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (FeedDefinition feed : feeds.all()) {
            Path folder = mappings.resolve(feed.code()).resolve("examples");
            if (!Files.isDirectory(folder)) continue;
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
                    run(feed, file, outcomes);
                }
            }
        }
        return outcomes;
    }

    private void run(FeedDefinition feed, Path file, List<Outcome> outcomes) throws IOException {
        String shown = "mappings/" + feed.code() + "/examples/" + file.getFileName();
        try {
            List<Example> examples =
                    READER.forType(new TypeReference<List<Example>>() {})
                            .readValue(Files.readString(file));
            for (int at = 0; at < examples.size(); at++) {
                Example example = examples.get(at);
                String difference = difference(feed, example);
                List<Problem> problems =
                        difference == null
                                ? List.of()
                                : List.of(problem(shown, "/" + at, example.what(), difference));
                outcomes.add(new Outcome(shown, example.what(), problems));
            }
        } catch (JsonProcessingException broken) {
            Problem problem =
                    problem(shown, YamlPlace.of(broken), "examples", broken.getOriginalMessage());
            outcomes.add(new Outcome(shown, "it can be read", List.of(problem)));
        }
    }

    /// @return null if what comes out is what was expected
    private @Nullable String difference(FeedDefinition feed, Example example) {
        Mapped mapped;
        try {
            RawRecord raw = RawRecord.of(0, asRead(feed, example.given()));
            mapped = feeds.of(feed.code()).map(raw, example.day());
        } catch (DateTimeException bad) {
            return "today: " + bad.getMessage();
        }
        if (example.then() != null) {
            Mapped expected = Canonical.read(example.then(), example.day());
            if (expected instanceof Mapped.Refused) return "then: " + told(expected);
            return mapped.equals(expected) ? null : told(expected) + " ≠ " + told(mapped);
        }
        List<Example.Expected> expected = example.findings();
        if (expected == null) return "neither then nor findings";
        return found(mapped).equals(expected) ? null : expected + " ≠ " + told(mapped);
    }

    private static List<Example.Expected> found(Mapped mapped) {
        List<Finding> findings =
                switch (mapped) {
                    case Mapped.Understood understood -> understood.findings();
                    case Mapped.Refused refused -> refused.findings();
                };
        return findings.stream()
                .map(one -> new Example.Expected(one.code(), one.field(), one.value()))
                .toList();
    }

    private static String told(Mapped mapped) {
        return switch (mapped) {
            case Mapped.Understood understood -> understood.completion().toString();
            case Mapped.Refused refused -> refused.findings().toString();
        };
    }

    /// A CSV file holds texts only, whatever YAML makes of `40`.
    private static JsonNode asRead(FeedDefinition feed, JsonNode given) {
        if (feed.format().syntax() != Syntax.CSV || !given.isObject()) return given;
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        given.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static Problem problem(String file, String path, String what, String difference) {
        return new Problem(
                file,
                path,
                new Text(
                        "例子不成立:" + what + ":" + difference,
                        "example fails: " + what + ": " + difference),
                new Text("更正例子或字段对应", "correct the example or the mapping"));
    }
}
