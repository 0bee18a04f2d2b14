package io.credithub.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// One Java file as the compiler's parser sees it: no guessing at braces.
///
/// @param name the path, for the complaint
/// @param methods constructors among them
/// @param wholeTexts the lines of text blocks, and of texts that are long by themselves: those stay
///   whole, so that they look like what they say and can be searched for
record SourceFile(
        String name,
        List<String> lines,
        List<Type> types,
        List<Method> methods,
        Set<Long> wholeTexts) {
    private static final int LONG_TEXT_COLUMNS = 80;

    /// @param line where it starts
    record Type(String name, long line) {}

    /// @param bodyLines from the opening brace to the closing one
    /// @param marks the annotations' simple names
    /// @param ownerMarks the annotations of its class
    record Method(
            String name,
            long line,
            long bodyLines,
            int parameters,
            boolean isRecordConstructor,
            boolean isEnumConstructor,
            Set<String> marks,
            Set<String> ownerMarks) {}

    /// All of them in one run of the parser, which starts slowly.
    static List<SourceFile> read(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            return parse(compiler, manager.getJavaFileObjectsFromPaths(files));
        }
    }

    static SourceFile parse(String name, String text) throws IOException {
        Snippet snippet = new Snippet(name, text);
        return parse(ToolProvider.getSystemJavaCompiler(), List.of(snippet)).getFirst();
    }

    private static List<SourceFile> parse(
            JavaCompiler compiler, Iterable<? extends JavaFileObject> sources) throws IOException {
        List<String> options = List.of("-proc:none");
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, options, null, sources);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<SourceFile> files = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            Walk walk = new Walk(unit, positions);
            walk.scan(unit, null);
            List<String> lines =
                    unit.getSourceFile().getCharContent(true).toString().lines().toList();
            files.add(
                    new SourceFile(
                            unit.getSourceFile().getName(),
                            lines,
                            walk.types,
                            walk.methods,
                            walk.wholeTexts));
        }
        return files;
    }

    private static final class Walk extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final LineMap lines;
        private final SourcePositions positions;
        private final List<Type> types = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();
        private final Set<Long> wholeTexts = new HashSet<>();

        Walk(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.lines = unit.getLineMap();
            this.positions = positions;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            types.add(new Type(type.getSimpleName().toString(), lineOf(type)));
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            methods.add(
                    new Method(
                            method.getName().toString(),
                            lineOf(method),
                            bodyLines(method),
                            method.getParameters().size(),
                            isRecordConstructor(method, owner),
                            method.getReturnType() == null && owner.getKind() == Tree.Kind.ENUM,
                            marks(method.getModifiers().getAnnotations()),
                            marks(owner.getModifiers().getAnnotations())));
            return super.visitMethod(method, null);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (literal.getKind() == Tree.Kind.STRING_LITERAL) {
                long start = positions.getStartPosition(unit, literal);
                long end = positions.getEndPosition(unit, literal);
                long first = lines.getLineNumber(start);
                long last = lines.getLineNumber(end);
                if (last > first || end - start > LONG_TEXT_COLUMNS) {
                    for (long line = first; line <= last; line++) wholeTexts.add(line);
                }
            }
            return null;
        }

        private long bodyLines(MethodTree method) {
            Tree body = method.getBody();
            if (body == null) return 0;
            return lines.getLineNumber(positions.getEndPosition(unit, body)) - lineOf(body) + 1;
        }

        private long lineOf(Tree tree) {
            return lines.getLineNumber(positions.getStartPosition(unit, tree));
        }

        private static boolean isRecordConstructor(MethodTree method, ClassTree owner) {
            if (owner.getKind() != Tree.Kind.RECORD) return false;
            long components =
                    owner.getMembers().stream()
                            .filter(VariableTree.class::isInstance)
                            .map(VariableTree.class::cast)
                            .filter(field ->
                                    !field.getModifiers().getFlags().contains(Modifier.STATIC))
                            .count();
            int parameters = method.getParameters().size();
            return method.getReturnType() == null && (parameters == 0 || parameters == components);
        }

        private static Set<String> marks(List<? extends AnnotationTree> annotations) {
            return annotations.stream()
                    .map(annotation -> annotation.getAnnotationType().toString())
                    .map(mark -> mark.substring(mark.lastIndexOf('.') + 1))
                    .collect(Collectors.toSet());
        }
    }
}
