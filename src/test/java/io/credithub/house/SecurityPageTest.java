package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each row of `docs/security.md` names the test that shows it; a name of no test shows nothing.
final class SecurityPageTest {
    private static final Path PROJECT = Path.of(System.getProperty("hub.project", "."));
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))`");

    @Test
    void everyNamedTestExists() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String row : rows()) {
            TEST.matcher(row).results().map(found -> found.group(1)).forEach(named::add);
        }
        assertThat(tests()).containsAll(named);
    }

    @Test
    void everyRowNamesATest() throws IOException {
        assertThat(rows()).allSatisfy(row -> assertThat(row).containsPattern(TEST));
    }

    /// The rows of the tables, without their headings and rules.
    private static List<String> rows() throws IOException {
        return Files.readAllLines(PROJECT.resolve("docs/security.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| 威胁 "))
                .toList();
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
