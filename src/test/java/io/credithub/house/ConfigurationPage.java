package io.credithub.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Prints every `@ConfigMapping` interface of the hub, with its own comments, as Markdown.
final class ConfigurationPage {
    private final Path sources;
    private final Map<String, String> rows = new TreeMap<>();

    /// @param sources `src/main/java`
    ConfigurationPage(Path sources) {
        this.sources = sources;
    }

    /// One row a key, ordered by key.
    String table() throws IOException {
        readAll();
        String head = "| key | default | meaning |\n|---|---|---|\n";
        return head + String.join("", rows.values());
    }

    /// The keys' own variables of the environment.
    Set<String> variables() throws IOException {
        readAll();
        return rows.keySet().stream()
                .map(key -> key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private void readAll() throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(ConfigurationPage::hasMapping).toList()) read(file);
        }
    }

    private static boolean hasMapping(Path file) {
        if (!file.toString().endsWith(".java")) return false;
        try {
            return Files.readString(file).contains("\n@ConfigMapping(");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read(Path file) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null, files, null, null, null, files.getJavaFileObjects(file));
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree mapping) {
                        new Mapping(DocTrees.instance(task), unit, mapping).print();
                    }
                }
            }
        }
    }

    /// One interface with the interfaces inside it.
    private final class Mapping {
        private final DocTrees docs;
        private final CompilationUnitTree unit;
        private final ClassTree root;
        private final Map<String, ClassTree> inner = new HashMap<>();

        Mapping(DocTrees docs, CompilationUnitTree unit, ClassTree root) {
            this.docs = docs;
            this.unit = unit;
            this.root = root;
            for (Tree member : root.getMembers()) {
                if (member instanceof ClassTree type)
                    inner.put(type.getSimpleName().toString(), type);
            }
        }

        void print() {
            String prefix = value(root.getModifiers().getAnnotations(), "ConfigMapping");
            if (prefix != null) print(List.of(root), prefix);
        }

        private void print(List<ClassTree> way, String prefix) {
            for (Tree member : way.getLast().getMembers()) {
                if (member instanceof MethodTree method) print(way, prefix, method);
            }
        }

        private void print(List<ClassTree> way, String prefix, MethodTree method) {
            List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
            String type = String.valueOf(method.getReturnType());
            String element = type.replaceAll("^Map<String, *(\\w+)>$", "$1");
            boolean isMap = !element.equals(type);
            String name = value(annotations, "WithName");
            String key = prefix + "." + (name == null ? kebab(method) : name);
            if (has(annotations, "WithParentName")) key = prefix;
            if (isMap) key += ".<" + singular(method) + ">";
            ClassTree nested = inner.get(element);
            if (nested != null) {
                List<ClassTree> further = new ArrayList<>(way);
                further.add(nested);
                print(further, key);
                return;
            }
            row(key, value(annotations, "WithDefault"), comment(way, method));
        }

        private String comment(List<ClassTree> way, MethodTree method) {
            TreePath path = new TreePath(unit);
            for (ClassTree type : way) path = new TreePath(path, type);
            String comment = docs.getDocComment(new TreePath(path, method));
            if (comment == null) throw new IllegalStateException("no comment: " + method);
            return comment.strip().replaceAll("\\s+", " ");
        }
    }

    private void row(String key, @Nullable String byDefault, String comment) {
        String value = byDefault == null || byDefault.isEmpty() ? "–" : "`" + byDefault + "`";
        rows.put(key, "| `%s` | %s | %s |\n".formatted(key, value, comment.replace("|", "\\|")));
    }

    private static boolean has(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .anyMatch(one -> one.getAnnotationType().toString().equals(name));
    }

    private static @Nullable String value(List<? extends AnnotationTree> all, String name) {
        for (AnnotationTree one : all) {
            if (!one.getAnnotationType().toString().equals(name)) continue;
            for (ExpressionTree argument : one.getArguments()) {
                ExpressionTree value =
                        argument instanceof AssignmentTree assigned
                                ? assigned.getExpression()
                                : argument;
                if (value instanceof LiteralTree text) return String.valueOf(text.getValue());
            }
        }
        return null;
    }

    private static String kebab(MethodTree method) {
        return method.getName().toString().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String singular(MethodTree method) {
        return kebab(method).replaceAll("s$", "");
    }
}
