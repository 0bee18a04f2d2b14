package io.credithub.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder that a province is to be written into. What was not written by a province is never
/// touched.
public record WrittenFolder(Path folder) {
    private static final List<String> OURS =
            List.of(
                    "roster.csv",
                    "roster-late.csv",
                    "answer-key.csv",
                    "answer-key-feeds.csv",
                    "answer-key-findings.csv",
                    "divisions.csv",
                    "README.txt",
                    "national",
                    "province-drop",
                    "vendor");

    /// Whether anything is in it.
    public boolean isTaken() throws IOException {
        if (!Files.exists(folder)) return false;
        try (Stream<Path> found = Files.list(folder)) {
            return found.findAny().isPresent();
        }
    }

    /// Whether an earlier province is in it.
    public boolean holdsProvince() throws IOException {
        Path readme = folder.resolve("README.txt");
        return Files.exists(readme) && Files.readString(readme).startsWith(ProvinceReadme.TITLE);
    }

    /// Removes an earlier province, and nothing else.
    public void clear() throws IOException {
        if (!holdsProvince()) return;
        for (String name : OURS) {
            Path ours = folder.resolve(name);
            if (Files.exists(ours)) remove(ours);
        }
    }

    private static void remove(Path ours) throws IOException {
        try (Stream<Path> inside = Files.walk(ours)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
