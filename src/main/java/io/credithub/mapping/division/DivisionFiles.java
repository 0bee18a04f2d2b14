package io.credithub.mapping.division;

import io.credithub.domain.Text;
import io.credithub.domain.division.DivisionList;
import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.division.DivisionLines.ListedLine;
import io.credithub.mapping.division.DivisionLines.SuccessionLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lists of divisions of a project, read together: of each province `<id>.csv` has the codes of
/// today, and `<id>-changes.csv` those that are no more. Read strictly, each time anew: whatever is
/// wrong is a [FileProblem] with its line and what would be right.
///
/// @param folder `mappings/divisions`
public record DivisionFiles(Path folder) {
    private static final String SUFFIX = ".csv";
    private static final String CHANGES = "-changes.csv";
    private static final String SHOWN = "mappings/divisions/";

    /// @param project the folder under which `mappings` lies
    public static DivisionFiles ofProject(Path project) {
        return new DivisionFiles(project.resolve("mappings").resolve("divisions"));
    }

    /// @param list what the files say; empty if there are none, or there is a problem
    /// @param problems empty if every file is in order
    public record LoadedDivisions(DivisionList list, List<FileProblem> problems) {}

    public LoadedDivisions load() {
        List<FileProblem> problems = new ArrayList<>();
        List<ListedLine> listed = new ArrayList<>();
        List<SuccessionLine> changes = new ArrayList<>();
        for (String name : names()) {
            DivisionLines lines = new DivisionLines(SHOWN + name, problems);
            String text = text(name, problems);
            if (text == null) continue;
            if (name.endsWith(CHANGES)) changes.addAll(lines.changes(text));
            else listed.addAll(lines.listed(text));
        }
        if (problems.isEmpty()) problems.addAll(new DivisionChecks(listed, changes).problems());
        if (!problems.isEmpty()) return new LoadedDivisions(DivisionList.EMPTY, problems);
        DivisionList list =
                new DivisionList(
                        listed.stream().map(ListedLine::division).toList(),
                        changes.stream().map(SuccessionLine::change).toList());
        return new LoadedDivisions(list, problems);
    }

    private List<String> names() {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private @Nullable String text(String name, List<FileProblem> problems) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException unreadable) {
            problems.add(
                    new FileProblem(
                            SHOWN + name,
                            "",
                            new Text(
                                    "文件无法读取,或不是 UTF-8。",
                                    "The file cannot be read, or is not UTF-8: "
                                            + unreadable.getMessage()),
                            new Text("另存为 UTF-8,并检查权限", "save it as UTF-8, and let it be read")));
            return null;
        }
    }
}
