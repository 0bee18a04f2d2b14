package io.credithub.mapping.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.credithub.domain.Text;
import io.credithub.flow.feed.FileProblem;
import io.credithub.flow.rules.MatchingOnFile;
import io.credithub.flow.rules.MatchingVersion;
import io.credithub.mapping.feed.LibraryWords;
import io.credithub.mapping.policy.PolicyText;
import io.credithub.mapping.policy.StrictYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The matching files of a project, each one YAML file named by its id. Read strictly, each time
/// anew: an unknown key, a missing one or a bad number is a [FileProblem].
///
/// @param folder `mappings/reconciliation`
public record MatchingFiles(Path folder) implements MatchingOnFile {
    private static final String SUFFIX = ".yaml";
    private static final String SHOWN = "mappings/reconciliation/";

    /// @param project the folder under which `mappings` lies
    public static MatchingFiles ofProject(Path project) {
        return new MatchingFiles(project.resolve("mappings").resolve("reconciliation"));
    }

    /// @param versions those without problems, in the order of their ids
    /// @param problems empty if every file is in order
    public record LoadedMatchings(List<MatchingVersion> versions, List<FileProblem> problems) {}

    /// Every file; none if there is no such folder.
    public LoadedMatchings load() {
        List<MatchingVersion> versions = new ArrayList<>();
        List<FileProblem> problems = new ArrayList<>();
        for (String id : ids()) {
            switch (find(id)) {
                case FiledMatching.SoundMatching sound -> versions.add(sound.version());
                case FiledMatching.BrokenMatching broken -> problems.addAll(broken.problems());
                case FiledMatching.UnknownMatching _ -> {} // taken away meanwhile
            }
        }
        return new LoadedMatchings(versions, problems);
    }

    private List<String> ids() {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    @Override
    public FiledMatching find(String id) {
        List<String> known = ids();
        if (!known.contains(id)) return new FiledMatching.UnknownMatching(known);
        try {
            return read(id, Files.readString(folder.resolve(id + SUFFIX)));
        } catch (IOException unreadable) {
            List<FileProblem> problems = new ArrayList<>();
            sink(id, problems)
                    .add(
                            "",
                            new Text(
                                    "文件无法读取。",
                                    "The file cannot be read: " + unreadable.getMessage()),
                            new Text("检查文件及其权限", "check the file and its permissions"));
            return new FiledMatching.BrokenMatching(problems);
        }
    }

    @Override
    public FiledMatching read(String id, String body) {
        List<FileProblem> problems = new ArrayList<>();
        StrictYaml.ProblemSink sink = sink(id, problems);
        try {
            MatchingFields fields = fields(body, sink);
            if (!fields.id().equals(id)) {
                sink.add(
                        "/id",
                        new Text("与文件名不同。", "It differs from the name of the file."),
                        new Text("写作 " + id, "write " + id));
            }
            if (problems.isEmpty()) return new FiledMatching.SoundMatching(version(fields, body));
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            sink.add(
                    at == null ? "" : at.getLineNr() + ":" + at.getColumnNr(),
                    new Text(
                            "不是有效的 YAML:" + LibraryWords.of(malformed).zh() + "。",
                            "It is not valid YAML: " + malformed.getOriginalMessage()),
                    new Text("更正此处的写法", "mend the text there"));
        } catch (IOException impossible) { // a text in memory is read to its end
            throw new IllegalStateException(impossible);
        }
        return new FiledMatching.BrokenMatching(List.copyOf(problems));
    }

    private static StrictYaml.ProblemSink sink(String id, List<FileProblem> problems) {
        return new StrictYaml.ProblemSink(SHOWN + id + SUFFIX, problems);
    }

    private static MatchingFields fields(String body, StrictYaml.ProblemSink sink)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return MatchingFields.read(new StrictYaml(PolicyText.tree(bytes), "", sink));
    }

    private static MatchingVersion version(MatchingFields fields, String body) {
        return new MatchingVersion(
                fields.id(), fields.title(), fields.rules(), PolicyText.digest(body), body);
    }
}
