package io.credithub.mapping.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.flow.rules.MatchingVersion;
import io.credithub.mapping.example.ExampleFiles.ExampleResult;
import io.credithub.mapping.matching.MatchingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The worked cases of `mappings/reconciliation/*/examples`.
final class MatchingExamplesTest {
    private static final MatchingFiles FILES = MatchingFiles.ofProject(Path.of("."));
    private static final List<MatchingVersion> VERSIONS = FILES.load().versions();

    @TempDir private Path folder = FILES.folder();

    @TestFactory
    Stream<DynamicTest> everyCaseHolds() throws IOException {
        return new MatchingExamples(FILES.folder(), VERSIONS)
                .run().stream()
                        .map(outcome ->
                                DynamicTest.dynamicTest(
                                        outcome.file() + ": " + outcome.what(),
                                        () -> assertThat(outcome.problems()).isEmpty()));
    }

    @Test
    void everyFileHasCases() throws IOException {
        Set<String> files =
                new MatchingExamples(FILES.folder(), VERSIONS)
                        .run().stream().map(ExampleResult::file).collect(Collectors.toSet());
        assertThat(VERSIONS)
                .isNotEmpty()
                .allMatch(version -> files.stream().anyMatch(file -> file.contains(version.id())));
    }

    @ParameterizedTest
    @EnumSource(MatchRule.class)
    void everyRuleHasACase(MatchRule rule) throws IOException {
        assertThat(allCases()).contains(" by " + rule);
    }

    @ParameterizedTest
    @EnumSource(
            value = HoldReason.class,
            names = {"PROGRAMME_WITHDRAWN", "HOURS_A_DAY", "BEFORE_PERIOD"})
    void everyReasonThatIsNoFeedsHasACase(HoldReason reason) throws IOException {
        assertThat(allCases()).contains("held: " + reason);
    }

    private static String allCases() throws IOException {
        Path examples = FILES.folder().resolve("shanxi-2017/examples");
        return Files.readString(examples.resolve("copies.yaml"))
                + Files.readString(examples.resolve("plausible.yaml"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    another end     | records: [{feed: a, recordId: r, then: aside, level: SCHOOL, form: ONLINE, hours: 1, grade: PASS, completedOn: 2023-05-01}] | [aside] ≠ [counts]
                    no record       | records: [{feed: a, recordId: r, then: counts}] | r:
                    an unknown key  | record: [] | record
                    """)
    void aCaseThatFailsIsNamedWithItsPlace(String what, String records, String told)
            throws IOException {
        Path examples = Files.createDirectories(folder.resolve("shanxi-2017/examples"));
        Files.writeString(examples.resolve("one.yaml"), "- {name: one, %s}\n".formatted(records));
        List<ExampleResult> outcomes = new MatchingExamples(folder, VERSIONS).run();
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.getFirst().problems()).hasSize(1);
        assertThat(outcomes.getFirst().problems().getFirst().toString())
                .as(what)
                .startsWith("mappings/reconciliation/shanxi-2017/examples/one.yaml /0")
                .contains(told);
    }
}
