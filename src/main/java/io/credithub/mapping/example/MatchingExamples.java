package io.credithub.mapping.example;

import io.credithub.domain.Text;
import io.credithub.flow.rules.MatchingVersion;
import io.credithub.mapping.example.ExampleFiles.ExampleResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs the worked cases of `mappings/reconciliation/<id>/examples/*.yaml`. They are found, not
/// listed.
///
/// @param folder the one that the files were loaded from
public record MatchingExamples(Path folder, List<MatchingVersion> versions) {
    private static final CaseFiles<MatchingExample> CASES =
            new CaseFiles<>(
                    MatchingExample.class,
                    MatchingExample::name,
                    new Text("更正例子或比对规则", "correct the example or the matching file"));

    /// Every case of every file that is loaded.
    public List<ExampleResult> run() throws IOException {
        List<ExampleResult> outcomes = new ArrayList<>();
        for (MatchingVersion version : versions) {
            String examples = version.id() + "/examples";
            outcomes.addAll(
                    CASES.run(
                            folder.resolve(examples),
                            "mappings/reconciliation/" + examples,
                            example -> new MatchingCase(version.rules(), example).difference()));
        }
        return outcomes;
    }
}
