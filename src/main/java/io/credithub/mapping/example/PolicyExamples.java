package io.credithub.mapping.example;

import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.PolicyBook;
import io.credithub.mapping.example.ExampleFiles.ExampleResult;
import io.credithub.mapping.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs the worked cases of `mappings/policies/<id>/examples/*.yaml`. They are found, not listed.
public final class PolicyExamples {
    private static final CaseFiles<PolicyExample> CASES =
            new CaseFiles<>(
                    PolicyExample.class,
                    PolicyExample::name,
                    new Text("更正例子或政策", "correct the example or the policy"));

    private final Path folder;
    private final PolicyFiles.LoadedPolicies policies;
    private final PolicyBook book;

    /// @param folder the one that the policies were loaded from
    public PolicyExamples(Path folder, PolicyFiles.LoadedPolicies policies) {
        this.folder = folder;
        this.policies = policies;
        this.book = policies.book();
    }

    /// Every case of every policy that is loaded.
    public List<ExampleResult> run() throws IOException {
        List<ExampleResult> outcomes = new ArrayList<>();
        for (PolicyFiles.PolicyFile file : policies.policies().values()) {
            Policy policy = file.policy();
            String examples = policy.id() + "/examples";
            outcomes.addAll(
                    CASES.run(
                            folder.resolve(examples),
                            "mappings/policies/" + examples,
                            example -> difference(policy, example)));
        }
        return outcomes;
    }

    /// @return null if what comes out is what was expected
    private @Nullable String difference(Policy policy, PolicyExample example) {
        return example.completion() == null
                ? new StandingCase(policy, book, example).difference()
                : new AwardCase(policy, book, example).difference();
    }
}
