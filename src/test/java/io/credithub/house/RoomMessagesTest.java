package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoomMessagesTest {
    private static final Path SENTENCES = Path.of("src/main/resources");
    private static final Path CLASSES = Path.of("src/main/java");
    private static final String CHINESE = "messages_zh.properties";
    private static final String ENGLISH = "messages_en.properties";

    @Test
    void everySentenceIsThereInBothLanguagesAndAskedFor() throws IOException {
        List<Path> rooms = rooms();
        assertThat(rooms).hasSizeGreaterThan(2);
        List<String> found = new ArrayList<>();
        for (Path room : rooms) found.addAll(read(room).complaints());
        assertThat(found).isEmpty();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    a=甲{0}         | a=A {0}        | text("a", 1)          | ""
                    a=甲            | b=B            | text("a")             | a is not there in English
                    b=乙            | a=A            | text("b")             | a is not there in Chinese
                    a=甲{0}         | a=A            | text("a", 1)          | a has other places in English
                    a=甲{1}         | a=A {1}        | text("a", 1)          | a leaves a place out
                    a=甲            | a=A            | text("b")             | b is asked for and not there
                    a=甲            | a=A            | other("a")            | a is never asked for
                    a=甲{0}         | a=A {0}        | text("a")             | a is given 0 values
                    a=甲            | a=A            | text("a" + 1)         | MyWords.java asks for "a" + 1
                    a=甲            | a=A's          | text("a")             | a brace or an apostrophe is left in A's
                    a=甲            | a=A {0,number} | text("a")             | a brace or an apostrophe is left in A {0,number}
                    a=甲            | a=A            | text("a", "乙")       | MyWords.java has a sentence of its own: 乙
                    """)
    void whatIsAmissIsSeen(String zh, String en, String call, String complaint) throws IOException {
        String text = "class Words { { MESSAGES." + call + "; } }";
        RoomMessages room = RoomMessages.of(zh, en, List.of(new Snippet("MyWords.java", text)));
        List<String> expected = complaint.isEmpty() ? List.of() : List.of(complaint);
        assertThat(room.complaints()).containsAll(expected);
        assertThat(room.complaints().isEmpty()).isEqualTo(complaint.isEmpty());
    }

    @Test
    void whatIsThereTwiceIsSeen() throws IOException {
        Snippet asking = new Snippet("My.java", "class My { { MESSAGES.text(\"a\"); } }");
        assertThat(RoomMessages.of("a=甲\na=乙", "a=A", List.of(asking)).complaints())
                .containsExactly("a is there twice");
    }

    private static List<Path> rooms() throws IOException {
        try (Stream<Path> files = Files.walk(SENTENCES)) {
            return files.filter(file -> file.endsWith(CHINESE)).map(Path::getParent).toList();
        }
    }

    private static RoomMessages read(Path room) throws IOException {
        Path classes = CLASSES.resolve(SENTENCES.relativize(room));
        try (Stream<Path> files = Files.list(classes);
                StandardJavaFileManager manager =
                        ToolProvider.getSystemJavaCompiler()
                                .getStandardFileManager(null, null, null)) {
            return RoomMessages.of(
                    Files.readString(room.resolve(CHINESE)),
                    Files.readString(room.resolve(ENGLISH)),
                    manager.getJavaFileObjectsFromPaths(
                            files.filter(file -> file.toString().endsWith(".java")).toList()));
        }
    }
}
