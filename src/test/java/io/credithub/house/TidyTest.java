package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TidyTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final Path APART = Path.of("src/apart/java");
    private static final List<Path> ROOTS = List.of(MAIN, APART, TEST, Path.of("src/jmh/java"));
    private static final int FILES_OF_A_PACKAGE_MAX = 30;
    private static final Set<String> FOLDERS =
            Set.of("src", "routes", "mappings", "k8s", "docs", ".ci", ".mvn");
    private static final Set<String> TEXTS =
            Set.of("md", "yaml", "yml", "sql", "properties", "jslt", "xml", "config", "html");

    @Test
    void theSourcesAreTidy() throws IOException {
        List<String> found = new ArrayList<>();
        for (SourceFile file : SourceFile.read(javaFiles())) {
            found.addAll(Tidiness.complaints(file));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPackageHasAFrontDoor() throws IOException {
        Set<Path> packages =
                javaFiles().stream().map(TidyTest::packageOf).collect(Collectors.toSet());
        assertThat(packages)
                .isNotEmpty()
                .allMatch(name ->
                        ROOTS.stream()
                                .map(root -> root.resolve(name).resolve("package-info.java"))
                                .anyMatch(Files::exists));
    }

    /// Whoever looks for something reads a list of files that fits on a page.
    @Test
    void noRoomIsAHall() throws IOException {
        Map<Path, Long> files =
                javaFiles().stream()
                        .filter(file -> file.startsWith(MAIN) || file.startsWith(APART))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .collect(Collectors.groupingBy(TidyTest::packageOf, Collectors.counting()));
        assertThat(files).isNotEmpty();
        assertThat(files.values()).allMatch(count -> count <= FILES_OF_A_PACKAGE_MAX);
    }

    /// Whoever searches for a name finds one thing.
    @Test
    void noSimpleNameStandsForTwoThings() throws IOException {
        List<Path> main =
                javaFiles().stream()
                        .filter(file -> file.startsWith(MAIN) || file.startsWith(APART))
                        .toList();
        Map<String, Long> names =
                SourceFile.read(main).stream()
                        .flatMap(file -> file.types().stream())
                        .map(SourceFile.Type::name)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertThat(names).hasSizeGreaterThan(1_000);
        assertThat(names).allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
    }

    @Test
    void noOtherTextIsUnfinishedOrNamesAPlace() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : texts()) {
            found.addAll(Tidiness.words(file.toString(), Files.readAllLines(file)));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    class FeedManager {}                              | says Manager
                    class A { record BaseCase() {} }                  | says Base
                    interface IFeed {}                                | starts with I
                    record Process() {}                               | is one of java.lang
                    class A { void f(int a,int b,int c,int d,int e,int f,int g) {} } | 7 parameters
                    @Path class A { A(int a,int b,int c,int d,int e,int f,int g,int h,int i) {} } | 9
                    record R() { R(int a,int b,int c,int d,int e,int f,int g) { this(); } } | 7
                    class A {} // FIX\
                    ME                                                | unfinished
                    class A { String a = "/ho\
                    me/somebody/x"; }                                 | names a place
                    """)
    void aBadFileIsSeen(String text, String complaint) throws IOException {
        assertThat(Tidiness.complaints(SourceFile.parse("A.java", text)))
                .singleElement()
                .asString()
                .contains(complaint);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    record R(int a, int b, int c, int d, int e, int f, int g) {}
                    record R(int a, int b, int c, int d, int e, int f, int g) { R { } }
                    @Singleton class A { A(int a, int b, int c, int d, int e, int f, int g) {} }
                    enum E { X(1, 2, 3, 4, 5, 6, 7); E(int a, int b, int c, int d, int e, int f, int g) {} }
                    class A { @Inject A(int a, int b, int c, int d, int e, int f, int g) {} }
                    class A { @Produces X x(int a, int b, int c, int d, int e, int f, int g) {} }
                    class IdVault { void f(int a, int b, int c, int d, int e, int f) {} }
                    class Metadata { String a = "/api/v1/home/x"; }
                    """)
    void aGoodFileIsLeftAlone(String text) throws IOException {
        assertThat(Tidiness.complaints(SourceFile.parse("A.java", text))).isEmpty();
    }

    @Test
    void aLongMethodLineAndFileAreSeen() throws IOException {
        String method = "void f() {\n" + "\n".repeat(Tidiness.METHOD_LINES_MAX - 1) + "}\n";
        String line = "//" + "学".repeat(Tidiness.COLUMNS_MAX - 1) + "\n";
        String rest = "\n".repeat(Tidiness.FILE_LINES_MAX);
        assertThat(complaints("class A { " + method + line + "}" + rest))
                .containsExactly(
                        "A.java: has 392 lines",
                        "A.java:42: has 101 columns",
                        "A.java:1: f has 41 lines");
    }

    @Test
    void aUseCaseMayBeHandedManyPorts() throws IOException {
        String text = "class A { A(int a, int b, int c, int d, int e, int f, int g) {} }";
        SourceFile file = SourceFile.parse("src/main/java/io/credithub/flow/A.java", text);
        assertThat(Tidiness.complaints(file)).isEmpty();
    }

    @Test
    void aTextMayBeLong() throws IOException {
        String text = '"' + "a".repeat(Tidiness.COLUMNS_MAX) + '"';
        String block = "\"\"\"\n" + "a".repeat(Tidiness.COLUMNS_MAX + 1) + "\n\"\"\"";
        String code = "class A {\nString a =\n%s;\nString b = %s;\n}".formatted(text, block);
        assertThat(complaints(code)).isEmpty();
    }

    @Test
    void aBareFrontDoorIsSeen() throws IOException {
        assertThat(Tidiness.complaints(SourceFile.parse("package-info.java", "package a.b;\n")))
                .hasSize(2);
    }

    private static List<String> complaints(String text) throws IOException {
        return Tidiness.complaints(SourceFile.parse("A.java", text));
    }

    private static List<Path> javaFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> paths = Files.walk(root)) {
                paths.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }

    private static Path packageOf(Path file) {
        Path root = ROOTS.stream().filter(file::startsWith).findFirst().orElseThrow();
        return root.relativize(file.resolveSibling(""));
    }

    private static List<Path> texts() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("hub"), Path.of("pom.xml")));
        try (Stream<Path> top = Files.list(Path.of(""))) {
            top.filter(path -> path.toString().endsWith(".md")).forEach(files::add);
        }
        for (String folder : FOLDERS) {
            if (!Files.isDirectory(Path.of(folder))) continue;
            try (Stream<Path> paths = Files.walk(Path.of(folder))) {
                paths.filter(TidyTest::isText).forEach(files::add);
            }
        }
        return files;
    }

    private static boolean isText(Path path) {
        String name = path.getFileName().toString();
        if (Files.isDirectory(path)) return false; // a package may be called as a kind of file
        return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
