package io.credithub.mapping.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.example.ExampleFiles.ExampleResult;
import io.credithub.mapping.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked cases of `mappings/policies/*/examples`, wherever there are any.
final class PolicyExamplesTest {
    private static final Path POLICIES = Path.of("mappings", "policies");
    private static final PolicyFiles.LoadedPolicies LOADED = PolicyFiles.load(POLICIES);

    @TempDir private Path folder = POLICIES;

    @TestFactory
    Stream<DynamicTest> everyCaseHolds() throws IOException {
        return new PolicyExamples(POLICIES, LOADED)
                .run().stream()
                        .map(outcome ->
                                DynamicTest.dynamicTest(
                                        outcome.file() + ": " + outcome.what(),
                                        () -> assertThat(outcome.problems()).isEmpty()));
    }

    @Test
    void everyPolicyHasCases() throws IOException {
        assertThat(LOADED.problems()).isEmpty();
        List<String> shown =
                new PolicyExamples(POLICIES, LOADED)
                        .run().stream().map(ExampleResult::file).toList();
        assertThat(LOADED.policies().keySet())
                .isNotEmpty()
                .allMatch(
                        id -> shown.stream().anyMatch(file -> file.contains("/" + id + "/")),
                        "has worked cases");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    other credits              | credits: "8.01"                     | 8.01 [] ≠ 8.00 []
                    another rule               | credits: "8.00", rule: online       | 8.00 online [] ≠ 8.00 province-centralised []
                    a finding that is not there | credits: "8.00", findings: [HUB-2005] | 8.00 [HUB-2005] ≠ 8.00 []
                    nothing expected           | rule: online                        | neither credits nor findings
                    a key that nobody knows    | credit: "8.00"                      | credit
                    """)
    void aCaseThatFailsIsNamedWithItsPlace(String what, String expected, String told)
            throws IOException {
        String completion =
                "{level: NATIONAL, form: CENTRALISED, hours: 24, grade: PASS, completedOn:"
                        + " 2023-05-01}";
        Path examples = Files.createDirectories(folder.resolve("shanxi-2017/examples"));
        Files.writeString(
                examples.resolve("one.yaml"),
                "- {name: one, completion: %s, %s}\n".formatted(completion, expected));
        List<ExampleResult> outcomes = new PolicyExamples(folder, LOADED).run();
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.getFirst().problems()).hasSize(1);
        FileProblem problem = outcomes.getFirst().problems().getFirst();
        assertThat(problem.file()).isEqualTo("mappings/policies/shanxi-2017/examples/one.yaml");
        assertThat(problem.path()).startsWith("/0");
        assertThat(problem.message().en()).as(what).contains(told);
    }
}
