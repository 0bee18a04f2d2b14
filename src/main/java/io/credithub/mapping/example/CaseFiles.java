package io.credithub.mapping.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.credithub.domain.Text;
import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.example.ExampleFiles.ExampleResult;
import io.credithub.mapping.feed.LibraryWords;
import io.credithub.mapping.feed.YamlPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the `.yaml` files of a folder `examples`, each a list of cases, and runs every case. They
/// are found, not listed.
///
/// @param <C> a case, as its file holds it
final class CaseFiles<C> {
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private final ObjectReader reader;
    private final Function<C, String> name;
    private final Text fix;

    /// @param name what a case shows
    /// @param fix what to do about one that fails
    CaseFiles(Class<C> type, Function<C, String> name, Text fix) {
        this.reader = YAML.readerForListOf(type);
        this.name = name;
        this.fix = fix;
    }

    /// Every case of a folder; none if there is no such folder.
    ///
    /// @param shown the folder, relative to the project
    /// @param difference null if what comes out is what the case expects
    List<ExampleResult> run(Path folder, String shown, Function<C, @Nullable String> difference)
            throws IOException {
        List<ExampleResult> outcomes = new ArrayList<>();
        if (!Files.isDirectory(folder)) return outcomes;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
                outcomes.addAll(ofFile(file, shown + "/" + file.getFileName(), difference));
            }
        }
        return outcomes;
    }

    private List<ExampleResult> ofFile(
            Path file, String shown, Function<C, @Nullable String> difference) throws IOException {
        List<C> cases;
        try {
            cases = reader.readValue(Files.readString(file));
        } catch (JsonProcessingException broken) {
            FileProblem problem = problem(shown, YamlPlace.of(broken), LibraryWords.of(broken));
            return List.of(new ExampleResult(shown, "it can be read", List.of(problem)));
        }
        List<ExampleResult> outcomes = new ArrayList<>();
        for (int at = 0; at < cases.size(); at++) {
            String what = name.apply(cases.get(at));
            String differs = difference.apply(cases.get(at));
            List<FileProblem> problems =
                    differs == null
                            ? List.of()
                            : List.of(
                                    problem(
                                            shown,
                                            "/" + at,
                                            new Text(what + ":" + differs, what + ": " + differs)));
            outcomes.add(new ExampleResult(shown, what, problems));
        }
        return outcomes;
    }

    private FileProblem problem(String file, String path, Text what) {
        return new FileProblem(
                file, path, new Text("例子不成立:" + what.zh(), "example fails: " + what.en()), fix);
    }
}
