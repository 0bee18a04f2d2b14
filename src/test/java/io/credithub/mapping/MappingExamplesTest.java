package io.credithub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.mapping.example.ExampleFiles;
import io.credithub.mapping.example.ExampleFiles.ExampleResult;
import io.credithub.mapping.feed.FeedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The worked examples of `mappings/*/examples`, wherever there are any.
final class MappingExamplesTest {
    private static final Path MAPPINGS = Path.of("mappings");

    @TestFactory
    Stream<DynamicTest> everyExampleHolds() throws IOException {
        return new ExampleFiles(MAPPINGS, new FeedFiles(MAPPINGS))
                .run().stream()
                        .map(outcome ->
                                DynamicTest.dynamicTest(
                                        outcome.file() + ": " + outcome.what(),
                                        () -> assertThat(outcome.problems()).isEmpty()));
    }

    @Test
    void everyFeedHasExamples() throws IOException {
        FeedFiles feeds = new FeedFiles(MAPPINGS);
        assertThat(feeds.problems()).isEmpty();
        Set<String> shown =
                new ExampleFiles(MAPPINGS, feeds)
                        .run().stream().map(ExampleResult::file).collect(Collectors.toSet());
        assertThat(feeds.all())
                .isNotEmpty()
                .allMatch(feed -> shown.stream().anyMatch(file -> file.contains(feed.code())));
    }
}
