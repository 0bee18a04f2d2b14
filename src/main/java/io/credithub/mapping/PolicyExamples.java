package io.credithub.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.PolicyBook;
import io.credithub.flow.Problem;
import io.credithub.mapping.ExampleFiles.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs the worked cases of `mappings/policies/<id>/examples/*.yaml`. They are found, not listed.
public final class PolicyExamples {
    private static final ObjectReader READER =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .reader()
                    .forType(new TypeReference<List<PolicyExample>>() {});

    private final Path folder;
    private final PolicyFiles.Loaded policies;
    private final PolicyBook book;

    /// @param folder the one that the policies were loaded from
    public PolicyExamples(Path folder, PolicyFiles.Loaded policies) {
        this.folder = folder;
        this.policies = policies;
        this.book = policies.book();
    }

    /// Every case of every policy that is loaded.
    public List<Outcome> run() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (PolicyFiles.PolicyFile policy : policies.policies().values()) {
            Path examples = folder.resolve(policy.policy().id()).resolve("examples");
            if (!Files.isDirectory(examples)) continue;
            try (Stream<Path> files = Files.list(examples)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
                    run(policy.policy(), file, outcomes);
                }
            }
        }
        return outcomes;
    }

    private void run(Policy policy, Path file, List<Outcome> outcomes) throws IOException {
        String shown = "mappings/policies/" + policy.id() + "/examples/" + file.getFileName();
        try {
            List<PolicyExample> examples = READER.readValue(Files.readString(file));
            for (int at = 0; at < examples.size(); at++) {
                PolicyExample example = examples.get(at);
                String difference = difference(policy, example);
                List<Problem> problems =
                        difference == null
                                ? List.of()
                                : List.of(problem(shown, "/" + at, example.name(), difference));
                outcomes.add(new Outcome(shown, example.name(), problems));
            }
        } catch (JsonProcessingException broken) {
            Problem problem =
                    problem(shown, YamlPlace.of(broken), "examples", broken.getOriginalMessage());
            outcomes.add(new Outcome(shown, "it can be read", List.of(problem)));
        }
    }

    /// @return null if what comes out is what was expected
    private @Nullable String difference(Policy policy, PolicyExample example) {
        return example.completion() == null
                ? new StandingCase(policy, book, example).difference()
                : new AwardCase(policy, book, example).difference();
    }

    private static Problem problem(String file, String path, String what, String difference) {
        return new Problem(
                file,
                path,
                new Text(
                        "例子不成立:" + what + ":" + difference,
                        "example fails: " + what + ": " + difference),
                new Text("更正例子或政策", "correct the example or the policy"));
    }
}
