package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A few lines of Java that a test makes up.
final class Snippet extends SimpleJavaFileObject {
    private final String text;

    Snippet(String name, String text) {
        super(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE);
        this.text = text;
    }

    @Override
    public String getName() {
        return uri.getPath().substring(1);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /// Compiles all of them together; the test's class path is theirs.
    static void compile(Path folder, String... texts) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of(
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("java.class.path"));
        List<Snippet> sources = Stream.of(texts).map(Snippet::ofClass).toList();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            assertThat(compiler.getTask(null, files, null, options, null, sources).call()).isTrue();
        }
    }

    private static Snippet ofClass(String text) {
        String type = text.replaceFirst("(?s).*?\\bclass (\\w+).*", "$1");
        return new Snippet(type + ".java", text);
    }
}
