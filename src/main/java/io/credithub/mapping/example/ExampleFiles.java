package io.credithub.mapping.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Finding;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.feed.FileProblem;
import io.credithub.flow.processing.Mapped;
import io.credithub.flow.reading.RawRecord;
import io.credithub.mapping.contract.Canonical;
import io.credithub.mapping.feed.FeedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs the worked examples of `mappings/<feed>/examples/*.yaml`. They are found, not listed.
public final class ExampleFiles {
    private static final CaseFiles<Example> CASES =
            new CaseFiles<>(
                    Example.class,
                    Example::what,
                    new Text("更正例子或字段对应", "correct the example or the mapping"));

    private final Path mappings;
    private final FeedFiles feeds;

    public ExampleFiles(Path mappings, FeedFiles feeds) {
        this.mappings = mappings;
        this.feeds = feeds;
    }

    /// What became of one example; without a problem it holds.
    ///
    /// @param file relative to the project
    public record ExampleResult(String file, String what, List<FileProblem> problems) {}

    /// Every example of every feed that is loaded.
    public List<ExampleResult> run() throws IOException {
        List<ExampleResult> outcomes = new ArrayList<>();
        for (FeedDefinition feed : feeds.all()) {
            String examples = feed.code() + "/examples";
            outcomes.addAll(
                    CASES.run(
                            mappings.resolve(examples),
                            "mappings/" + examples,
                            example -> difference(feed, example)));
        }
        return outcomes;
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
            if (expected instanceof Mapped.Unmappable) return "then: " + told(expected);
            return mapped.equals(expected) ? null : told(expected) + " ≠ " + told(mapped);
        }
        List<Example.ExpectedRecord> expected = example.findings();
        if (expected == null) return "neither then nor findings";
        return found(mapped).equals(expected) ? null : expected + " ≠ " + told(mapped);
    }

    private static List<Example.ExpectedRecord> found(Mapped mapped) {
        List<Finding> findings =
                switch (mapped) {
                    case Mapped.MappedRecord understood -> understood.findings();
                    case Mapped.Unmappable refused -> refused.findings();
                };
        return findings.stream()
                .map(one -> new Example.ExpectedRecord(one.code(), one.field(), one.value()))
                .toList();
    }

    private static String told(Mapped mapped) {
        return switch (mapped) {
            case Mapped.MappedRecord understood -> understood.completion().toString();
            case Mapped.Unmappable refused -> refused.findings().toString();
        };
    }

    /// A CSV file holds texts only, whatever YAML makes of `40`.
    private static JsonNode asRead(FeedDefinition feed, JsonNode given) {
        if (feed.format().syntax() != Syntax.CSV || !given.isObject()) return given;
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        given.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
